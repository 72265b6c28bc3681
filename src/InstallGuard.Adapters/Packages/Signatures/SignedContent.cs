using System.Security.Cryptography;
using System.Text;
using InstallGuard.Evidence;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Packages.Signatures;

/// <summary>
/// What a package signature signs: a short text with the hash of the package as it was before
/// (NuGet signed-package specification, "Signature content").
/// </summary>
/// <param name="Algorithm">The algorithm of the hash.</param>
/// <param name="Hash">The hash.</param>
internal sealed record SignedContent(HashAlgorithmName Algorithm, byte[] Hash)
{
    private const int LongestContent = 1024;

    /// <exception cref="SignatureProblem">The text is not of that form.</exception>
    public static SignedContent Read(byte[] content)
    {
        var lines = content.Length <= LongestContent ? Encoding.UTF8.GetString(content).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n') : [];
        if (lines is not ["Version:1", "", var hashLine, "", ""])
        {
            throw new SignatureProblem(SignatureCheck.Format, "signed content of version 1 with one hash", "something else");
        }

        foreach (var (oid, algorithm, length) in ((string, HashAlgorithmName, int)[])
            [
                (NuGetOids.Sha256, HashAlgorithmName.SHA256, 32),
                (NuGetOids.Sha384, HashAlgorithmName.SHA384, 48),
                (NuGetOids.Sha512, HashAlgorithmName.SHA512, 64),
            ])
        {
            var hash = new byte[length];
            if (hashLine.StartsWith($"{oid}-Hash:", StringComparison.Ordinal)
                && Convert.TryFromBase64String(hashLine[(oid.Length + 6)..], hash, out var written)
                && written == length)
            {
                return new(algorithm, hash);
            }
        }

        throw new SignatureProblem(SignatureCheck.Format, "a SHA-2 hash in the signed content", Quoted.Text(hashLine));
    }
}
