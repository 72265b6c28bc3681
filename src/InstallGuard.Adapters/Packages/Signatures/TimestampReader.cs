using System.Security.Cryptography.Pkcs;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Packages.Signatures;

/// <summary>The trusted time of a signature (RFC 3161, carried as RFC 3161 appendix A says).</summary>
internal static class TimestampReader
{
    /// <summary>The time that the signature's timestamp states; null when it has none.</summary>
    /// <exception cref="SignatureProblem">There are several, or the one there is does not verify.</exception>
    public static DateTimeOffset? Read(SignerInfo signer, TrustedRoots roots)
    {
        var tokens = new List<byte[]>();
        foreach (var attribute in signer.UnsignedAttributes)
        {
            if (attribute.Oid?.Value == NuGetOids.TimestampToken)
            {
                foreach (var value in attribute.Values)
                {
                    tokens.Add(value.RawData);
                }
            }
        }

        if (tokens.Count == 0)
        {
            return null;
        }

        if (tokens.Count > 1
            || !Rfc3161TimestampToken.TryDecode(tokens[0], out var token, out var length)
            || length != tokens[0].Length)
        {
            throw new SignatureProblem(SignatureCheck.Timestamp, "one RFC 3161 token", $"{tokens.Count}, or a damaged one");
        }

        if (!IsSha2(token.TokenInfo.HashAlgorithmId.Value) || !IsSha2(token.AsSignedCms().SignerInfos[0].DigestAlgorithm.Value))
        {
            throw new SignatureProblem(SignatureCheck.Timestamp, "a timestamp with SHA-2 digests", "one with others");
        }

        if (!token.VerifySignatureForSignerInfo(signer, out var certificate))
        {
            throw new SignatureProblem(SignatureCheck.Timestamp, "a timestamp over this signature", "one over something else");
        }

        var time = token.TokenInfo.Timestamp;
        using (certificate)
        {
            SignerCertificate.Check(certificate, SignatureCheck.Timestamp);
            roots.Timestamping.Verify(certificate, token.AsSignedCms().Certificates, time, SignatureCheck.Timestamp);
        }

        return time;
    }

    private static bool IsSha2(string? digest) => digest is NuGetOids.Sha256 or NuGetOids.Sha384 or NuGetOids.Sha512;
}
