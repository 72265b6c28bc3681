using System.Security.Cryptography;
using System.Text;
using InstallGuard.Adapters.Packages.Signatures;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Packages.Trust;

/// <summary>What signatures may chain to: the roots that come with the .NET SDK, and those that the user adds.</summary>
public sealed class TrustedRoots
{
    private readonly IReadOnlyList<string> _files;

    private TrustedRoots(IReadOnlyList<string> codeSigning, IReadOnlyList<string> timestamping)
    {
        CodeSigning = new(new RootSet(codeSigning), NuGetOids.CodeSigning);
        Timestamping = new(new RootSet(timestamping), NuGetOids.TimeStamping);
        _files = [.. codeSigning, .. timestamping];
    }

    internal ChainVerifier CodeSigning { get; }

    internal ChainVerifier Timestamping { get; }

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
