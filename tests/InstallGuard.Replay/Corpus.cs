using System.Security.Cryptography;
using System.Text.Json;
using InstallGuard.Adapters.Packages.Signatures;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Replay;

/// <summary>The signatures of real packages: a folder with <c>corpus.jsonl</c> and <c>signatures/&lt;id&gt;/&lt;version&gt;.p7s</c>.</summary>
public static class Corpus
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads it, every signature through the verifier.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="sdkFolder">The .NET SDK whose roots are trusted.</param>
    public static IReadOnlyList<Release> Read(string folder, string sdkFolder)
    {
        var verifier = new SignatureVerifier(TrustedRoots.Of(sdkFolder, []), KnownRepositories.BuiltIn);
        return [.. File.ReadLines(Path.Combine(folder, "corpus.jsonl")).Select(line => Read(line, folder, verifier))];
    }

    private static Release Read(string line, string folder, SignatureVerifier verifier)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        string Text(string name) => row.GetProperty(name).GetString()!;
        var package = new Package(PackageId.Parse(Text("id")), PackageVersion.Parse(Text("version")));
        var signature = File.ReadAllBytes(Path.Combine(
            folder, "signatures", Text("id").ToLowerInvariant(), $"{Text("version").ToLowerInvariant()}.p7s"));
        var unsigned = Convert.FromHexString(Text("unsignedSha256"));
        var findings = verifier.Verify(
            signature, algorithm => algorithm == HashAlgorithmName.SHA256 ? unsigned : throw new NotSupportedException(algorithm.Name), Now);
        return new(
            package,
            new(
                new(PackageHash.FromBytes(SHA512.HashData(signature)), Sha256Digest.FromBytes(unsigned), package),
                new Finding<BuildProvenance>.NotSought(),
                findings.Author,
                findings.Repository,
                new Finding<NuspecClaims>.Absent()),
            findings.Author.Verified?.Certificate.Fingerprint.Hex,
            row.GetProperty("author") is { ValueKind: JsonValueKind.Object } author ? author.GetProperty("subject").GetString() : null,
            findings.Repository.Verified?.Certificate.Fingerprint.Hex);
    }
}
