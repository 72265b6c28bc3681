using System.Security.Cryptography;
using System.Text;
using System.Security.Cryptography.X509Certificates;
using InstallGuard.Adapters.Packages.Signatures;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Packages.Trust;

/// <summary>What signatures may chain to: the roots that come with the .NET SDK, and those that the user adds.</summary>
public sealed class TrustedRoots
{
    private readonly IReadOnlyList<string> _files;
    private readonly RootSet _codeRoots;
    private readonly RootSet _timeRoots;

    private TrustedRoots(IReadOnlyList<string> codeSigning, IReadOnlyList<string> timestamping)
    {
        (_codeRoots, _timeRoots) = (new(codeSigning), new(timestamping));
        CodeSigning = new(_codeRoots, NuGetOids.CodeSigning);
        Timestamping = new(_timeRoots, NuGetOids.TimeStamping);
        _files = [.. codeSigning, .. timestamping];
    }

    internal ChainVerifier CodeSigning { get; }

    internal ChainVerifier Timestamping { get; }

    /// <summary>Does what the first verification would have to do: reads the roots, and builds a chain with one of them.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file holds something else than certificates.</exception>
    public void Prepare()
    {
        using var root = _codeRoots.Any();
        _ = _timeRoots.IssuersOf([root]).Count();
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        _ = chain.Build(root);
    }

    /// <summary>The SDK's <c>trustedroots</c>, and PEM files whose certificates are trusted for code and for time.</summary>
    /// <param name="sdkFolder">The folder of the .NET SDK.</param>
    /// <param name="extraPemFiles">The user's own roots.</param>
    public static TrustedRoots Of(string sdkFolder, IReadOnlyList<string> extraPemFiles)
    {
        var folder = Path.Combine(sdkFolder, "trustedroots");
        return new(
            [Path.Combine(folder, "codesignctl.pem"), .. extraPemFiles],
            [Path.Combine(folder, "timestampctl.pem"), .. extraPemFiles]);
    }

    /// <summary>
    /// A digest over the contents of every root file, so that evidence that was found under other roots is not taken
    /// for evidence under these.
    /// </summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public Sha256Digest Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes("\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Sha256Digest.FromBytes(hash.GetHashAndReset());
    }
}
