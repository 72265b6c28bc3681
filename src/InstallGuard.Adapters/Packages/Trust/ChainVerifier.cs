using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InstallGuard.Adapters.Packages.Signatures;
using InstallGuard.Evidence;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Packages.Trust;

/// <summary>
/// Whether a certificate chained to one of our roots at a given time. Nothing is fetched: intermediates come from the
/// signature, roots from the set, and revocation is not asked about, because the answer would depend on the network and
/// on whoever the package's certificate names.
/// </summary>
/// <param name="roots">The roots.</param>
/// <param name="usage">The extended key usage that the chain must allow.</param>
internal sealed class ChainVerifier(RootSet roots, string usage)
{
    // A chain that holds once holds at every time at which all of its certificates are valid. Only good chains are
    // remembered, by the whole certificate, so that nothing but time can change the answer.
    private readonly ConcurrentDictionary<string, (DateTime From, DateTime To)> _good = new(StringComparer.Ordinal);

    /// <exception cref="SignatureProblem">It did not.</exception>
    public void Verify(
        X509Certificate2 certificate, X509Certificate2Collection others, DateTimeOffset at, SignatureCheck check)
    {
        var key = Convert.ToHexString(SHA256.HashData(certificate.RawDataMemory.Span));
        if (_good.TryGetValue(key, out var window) && window.From <= at.UtcDateTime && at.UtcDateTime <= window.To)
        {
            return;
        }

        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.VerificationTime = at.UtcDateTime;
        policy.VerificationTimeIgnored = false;
        policy.ApplicationPolicy.Add(new Oid(usage));
        policy.ExtraStore.AddRange(others);
        foreach (var root in roots.IssuersOf([certificate, .. others]))
        {
            policy.CustomTrustStore.Add(root);
        }

        if (!chain.Build(certificate))
        {
            var problems = chain.ChainStatus.Select(status => status.Status.ToString()).Distinct();
            throw new SignatureProblem(
                check,
                $"a chain from {Quoted.Text(certificate.Subject)} to a trusted root, valid on {at:yyyy-MM-dd}",
                string.Join(", ", problems));
        }

        // The root is trusted for itself, however it signed itself.
        if (chain.ChainElements.SkipLast(1).FirstOrDefault(element => !SignerCertificate.IsSoundlySigned(element.Certificate)) is { } weak)
        {
            throw new SignatureProblem(
                check,
                $"a chain from {Quoted.Text(certificate.Subject)} whose certificates are signed with SHA-2",
                $"{Quoted.Text(weak.Certificate.Subject)}, signed with {SignerCertificate.Algorithm(weak.Certificate)}");
        }

        _good[key] = (
            chain.ChainElements.Max(element => element.Certificate.NotBefore.ToUniversalTime()),
            chain.ChainElements.Min(element => element.Certificate.NotAfter.ToUniversalTime()));
        foreach (var element in chain.ChainElements)
        {
            element.Certificate.Dispose();
        }
    }
}
