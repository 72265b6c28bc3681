using InstallGuard.Evidence;
using InstallGuard.Policies;
using InstallGuard.Text;

namespace InstallGuard.Decisions.Rules;

/// <summary>
/// A repository's own feed announces the certificate, and no release of ours knows it, or for a private feed, the feed was
/// known before without it. Not softened by anything.
/// </summary>
internal static class RepositoryCertificateAnnounced
{
    private const int MostShown = 4;
    private const int DigitsShown = 16;

    public static Rule Rule { get; } = new("IG1034", "repository-certificate-announced", VerdictKind.Review)
    {
        Summary = "it is signed with a certificate that the repository's feed announces and that is not in its known list",
        Usually = "the repository began to use its next certificate, which for nuget.org a newer InstallGuard knows, or somebody speaks in its place",
        Reference = "known",
        Next = NextStep.AcceptOrStay,
    };

    public static Change Of(RepositorySignature signature, RepositoryAnnouncement announced)
    {
        var known = KnownRepositories.BuiltIn.At(announced.ServiceIndex)?.Certificates ?? [.. announced.Known];
        var certificate = signature.Certificate;
        return new(
            Rule,
            EvidenceKind.Repository,
            $"{Quoted.Address(signature.Identity.Name)}, {Short(known)}",
            $"{Short([certificate.Fingerprint])}, {Quoted.Text(certificate.Subject)}, where {Quoted.Address(announced.ServiceIndex)} announces {Short(announced.Certificates)}");
    }

    private static string Short(IEnumerable<Sha256Digest> certificates)
    {
        var all = certificates.Select(one => one.Hex).Order(StringComparer.Ordinal).ToList();
        var shown = all.Count == 0 ? "no certificate" : string.Join(", ", all.Take(MostShown).Select(hex => $"sha256:{hex[..DigitsShown]}…"));
        return all.Count > MostShown ? $"{shown} and {all.Count - MostShown} more" : shown;
    }
}
