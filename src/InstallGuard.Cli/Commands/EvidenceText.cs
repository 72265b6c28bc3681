using InstallGuard.Evidence;
using InstallGuard.Reports;
using InstallGuard.Text;

namespace InstallGuard.Cli.Commands;

/// <summary>The evidence of a package, kind by kind, for people.</summary>
internal static class EvidenceText
{
    public static void Write(TextWriter output, PackageEvidence evidence, bool withCertificates = true)
    {
        IReadOnlyList<string> Certificate(CertificateDescription certificate) => withCertificates ? Named(certificate) : [];

        Line(output, "author", evidence.Author, author => [
            author.Identity.ToString(),
            .. Certificate(author.Certificate),
            Time(author.Time)]);
        Line(output, "repository", evidence.Repository, repository => [
            Quoted.Address(repository.Identity.Name),
            $"owners {repository.Identity.Owners}",
            $"service index {Quoted.Address(repository.ServiceIndex)}",
            .. Certificate(repository.Certificate),
            Time(repository.Time)]);
        Line(output, "provenance", evidence.Provenance, provenance => [provenance.Identity.ToString()]);
        Line(output, "claim", evidence.Claims, claims => [
            $"authors {Claimed(claims.Authors)}",
            $"source repository {Claimed(claims.RepositoryUrl)}",
            $"project {Claimed(claims.ProjectUrl)}"]);
        output.WriteLine($"  {"contents",-12}sha256:{evidence.Contents.UnsignedDigest} before signing");
        output.WriteLine($"  {"",-12}sha512:{evidence.Contents.Hash} as it is");
    }

    /// <summary>The certificates alone, under a line that says so; nothing where there are none.</summary>
    public static void WriteCertificates(TextWriter output, PackageEvidence evidence)
    {
        var author = (evidence.Author as Finding<AuthorSignature>.Present)?.Value.Certificate;
        var repository = (evidence.Repository as Finding<RepositorySignature>.Present)?.Value.Certificate;
        if (author is null && repository is null)
        {
            return;
        }

        output.WriteLine("certificates:");
        Lines(output, "author", author is null ? [] : Named(author));
        Lines(output, "repository", repository is null ? [] : Named(repository));
    }

    private static void Line<T>(TextWriter output, string kind, Finding<T> finding, Func<T, IReadOnlyList<string>> details)
        where T : class
    {
        IReadOnlyList<string> words = finding switch
        {
            Finding<T>.Present present => details(present.Value),
            Finding<T>.Absent => ["none"],
            Finding<T>.Invalid invalid => [$"does not verify: {invalid.Check}"],
            Finding<T>.Unavailable unavailable => [$"could not be looked at: {unavailable.Because}"],
            Finding<T>.NotSought => ["not looked for"],
            _ => throw new System.Diagnostics.UnreachableException($"no words for {finding}"),
        };
        Lines(output, kind, words);
    }

    private static void Lines(TextWriter output, string kind, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            output.WriteLine($"  {(i == 0 ? kind : ""),-12}{Visible.Line(words[i])}");
        }
    }

    private static IReadOnlyList<string> Named(CertificateDescription certificate) =>
    [
        $"certificate {Quoted.Text(certificate.Subject)}",
        $"issued by {Quoted.Text(certificate.Issuer)}, valid {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}",
        $"sha256:{certificate.Fingerprint}",
    ];

    private static string Claimed(string? text) => text is null ? "(none)" : Quoted.Address(text);

    private static string Time(SignatureTime time) => time switch
    {
        SignatureTime.Trusted trusted => $"signed on {trusted.At:yyyy-MM-dd HH:mm:ss} UTC (trusted timestamp)",
        SignatureTime.Claimed => "without a timestamp: it holds only as long as its certificate",
        _ => throw new System.Diagnostics.UnreachableException($"no words for {time}"),
    };
}
