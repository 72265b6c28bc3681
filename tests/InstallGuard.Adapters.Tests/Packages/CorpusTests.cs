using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using InstallGuard.Adapters.Packages.Signatures;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Packages;

/// <summary>The signatures of real packages, against what another reader found in them.</summary>
[TestClass]
public sealed class CorpusTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public void Certificates_owners_and_times_agree_with_the_corpus_for_every_row()
    {
        var corpus = Repository.Corpus();
        var verifier = new SignatureVerifier(TrustedRoots.Of(SdkOfTheTests.Found.Folder, []), KnownRepositories.BuiltIn);
        var rows = 0;
        var problems = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(corpus, "corpus.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            var (id, version) = (row.GetProperty("id").GetString()!, row.GetProperty("version").GetString()!);
            var signature = File.ReadAllBytes(Path.Combine(corpus, "signatures", id.ToLowerInvariant(), $"{version.ToLowerInvariant()}.p7s"));
            var unsigned = Convert.FromHexString(row.GetProperty("unsignedSha256").GetString()!);

            var findings = verifier.Verify(
                signature, algorithm => algorithm == HashAlgorithmName.SHA256 ? unsigned : throw new NotSupportedException(algorithm.Name), Now);

            rows++;
            problems.AddRange(Problems(row, findings).Select(problem => $"{id} {version}: {problem}"));
        }

        Console.WriteLine($"{rows} rows");
        Assert.IsEmpty(problems, string.Join("\n", problems.Take(20)));
        Assert.AreEqual(494, rows);
    }

    [TestMethod]
    public void Signatures_of_the_corpus_say_nothing_about_other_bytes()
    {
        var corpus = Repository.Corpus();
        var verifier = new SignatureVerifier(TrustedRoots.Of(SdkOfTheTests.Found.Folder, []), KnownRepositories.BuiltIn);

        foreach (var file in Directory.EnumerateFiles(Path.Combine(corpus, "signatures"), "*.p7s", SearchOption.AllDirectories))
        {
            var findings = verifier.Verify(File.ReadAllBytes(file), _ => new byte[32], Now);

            Assert.AreEqual(FindingState.Invalid, findings.Author.State, file);
            Assert.AreEqual(FindingState.Invalid, findings.Repository.State, file);
        }
    }

    private static IEnumerable<string> Problems(JsonElement row, SignatureFindings found)
    {
        var author = row.GetProperty("author");
        if (author.ValueKind == JsonValueKind.Null)
        {
            if (found.Author is not Finding<AuthorSignature>.Absent)
            {
                yield return $"author {found.Author}, where there is none";
            }
        }
        else if (found.Author.Verified is not { } signed)
        {
            yield return $"author {found.Author}";
        }
        else
        {
            foreach (var problem in Problems("author", author, signed.Certificate, signed.Time))
            {
                yield return problem;
            }
        }

        if (found.Repository.Verified is not { } repository)
        {
            yield return $"repository {found.Repository}";
            yield break;
        }

        foreach (var problem in Problems("repository", row.GetProperty("repository"), repository.Certificate, repository.Time))
        {
            yield return problem;
        }

        var owners = row.GetProperty("owners").EnumerateArray().Select(owner => owner.GetString()!).Order(StringComparer.Ordinal);
        if (!owners.SequenceEqual(repository.Identity.Owners.ToList().Order(StringComparer.Ordinal)))
        {
            yield return $"owners {repository.Identity.Owners}";
        }

        if (repository.Identity.Name != "nuget.org")
        {
            yield return $"repository {repository.Identity.Name}";
        }
    }

    private static IEnumerable<string> Problems(string who, JsonElement row, CertificateDescription certificate, SignatureTime time)
    {
        if (!string.Equals(row.GetProperty("sha256").GetString(), certificate.Fingerprint.Hex, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{who}: certificate {certificate.Fingerprint}";
        }

        var stamped = row.GetProperty("timestamp").GetString();
        var seen = time is SignatureTime.Trusted trusted
            ? trusted.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : null;
        if (stamped != seen)
        {
            yield return $"{who}: timestamp {seen}, where {stamped} is expected";
        }

        if (row.GetProperty("notAfter").GetString() != certificate.NotAfter.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        {
            yield return $"{who}: the certificate ends {certificate.NotAfter}";
        }
    }
}
