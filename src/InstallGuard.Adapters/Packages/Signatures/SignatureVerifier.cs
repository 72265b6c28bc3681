using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Evidence;
using InstallGuard.Reports;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Packages.Signatures;

/// <summary>Signature file → findings about author and repository.</summary>
// Order matters. A countersignature covers the primary's signature value and nothing else, so that it speaks about the
// package only when the primary does.
//
//   1. decode: one CMS, one signer, at most one countersignature   (is it a package signature at all?)
//   2. the hash in the signed content is the package's             (is it about these bytes?)
//   3. the primary signer: value, time, chain                      (who signed?)
//   4. the countersigner, for itself                               (who vouches?)
//   5. the repository's certificate is one of a known repository's (is it that repository?)
internal sealed class SignatureVerifier(TrustedRoots roots, KnownRepositories repositories)
{
    /// <param name="signature">The signature file.</param>
    /// <param name="unsignedHash">The hash of the package before it was signed, by the algorithm asked for.</param>
    /// <param name="now">The present, for signatures without a timestamp.</param>
    public SignatureFindings Verify(byte[] signature, Func<HashAlgorithmName, byte[]> unsignedHash, DateTimeOffset now)
    {
        SignatureFile file;
        SignerRole role;
        try
        {
            file = SignatureFile.Read(signature);
            CheckHash(file.Content, unsignedHash);
            role = SignedAttributes.Role(file.Primary);
        }
        catch (Exception problem) when (AsFailedCheck(problem) is { } failed)
        {
            return SignatureFindings.Invalid(failed);
        }

        return role == SignerRole.Author ? OfAuthor(file, now) : OfRepository(file, now);
    }

    private SignatureFindings OfAuthor(SignatureFile file, DateTimeOffset now)
    {
        var author = Try(() =>
        {
            var signer = SignerVerifier.Verify(file.Primary, file.Cms.Certificates, roots, now);
            return new AuthorSignature(SubjectReader.Read(signer.Certificate), signer.Description, signer.Time);
        });
        Finding<RepositorySignature> repository = (file.Countersigner, author) switch
        {
            (null, _) => new Finding<RepositorySignature>.Absent(),
            (_, Finding<AuthorSignature>.Invalid) => new Finding<RepositorySignature>.Invalid(
                new(SignatureCheck.PrimarySignature, "a countersignature over a signature that verifies", "one over one that does not")),
            ({ } countersigner, _) => TryFind(() =>
                SignedAttributes.Role(countersigner) == SignerRole.Repository
                    ? Repository(countersigner, file, now)
                    : throw new SignatureProblem(SignatureCheck.SignedAttributes, "a repository's countersignature", "an author's")),
        };
        return new(author, repository);
    }

    private SignatureFindings OfRepository(SignatureFile file, DateTimeOffset now) => new(
        new Finding<AuthorSignature>.Absent(),
        TryFind(() => file.Countersigner is null
            ? Repository(file.Primary, file, now)
            : throw new SignatureProblem(SignatureCheck.Format, "a repository signature alone", "one that is countersigned")));

    // A certificate that is not in the list of the repository whose address it states is for a person to decide about, where
    // that address announces it; which is not known here.
    private Finding<RepositorySignature> Repository(SignerInfo signer, SignatureFile file, DateTimeOffset now)
    {
        var verified = SignerVerifier.Verify(signer, file.Cms.Certificates, roots, now);
        var serviceIndex = SignedAttributes.ServiceIndex(signer);
        var owners = SignedAttributes.Owners(signer);
        RepositorySignature Of(string name) => new(new(name, owners), serviceIndex, verified.Description, verified.Time);
        return repositories.Find(verified.Description.Fingerprint, serviceIndex) is { } known
            ? new Finding<RepositorySignature>.Present(Of(known.Name))
            : new Finding<RepositorySignature>.Invalid(new(
                SignatureCheck.KnownRepository,
                $"a certificate of a known repository ({string.Join(", ", repositories.All.Select(r => Quoted.Address(r.Name)))})",
                $"sha256:{verified.Description.Fingerprint}, {Quoted.Text(verified.Description.Subject)}, for {Quoted.Address(serviceIndex)}"))
            {
                Unproven = repositories.Stated(serviceIndex) is { } stated ? Of(stated.Name) : null,
            };
    }

    private static void CheckHash(SignedContent content, Func<HashAlgorithmName, byte[]> unsignedHash)
    {
        var found = unsignedHash(content.Algorithm);
        if (!found.AsSpan().SequenceEqual(content.Hash))
        {
            throw new SignatureProblem(
                SignatureCheck.PackageHash, Convert.ToHexStringLower(content.Hash), Convert.ToHexStringLower(found));
        }
    }

    private static Finding<T> Try<T>(Func<T> look)
        where T : class => TryFind(() => new Finding<T>.Present(look()));

    private static Finding<T> TryFind<T>(Func<Finding<T>> look)
        where T : class
    {
        try
        {
            return look();
        }
        catch (Exception problem) when (AsFailedCheck(problem) is { } failed)
        {
            return new Finding<T>.Invalid(failed);
        }
    }

    // Anything that the decoders say about the bytes is a failed check. Whatever else goes wrong is not about them.
    private static FailedCheck? AsFailedCheck(Exception problem) => problem switch
    {
        SignatureProblem known => known.Failed,
        CryptographicException or AsnContentException =>
            new(SignatureCheck.Format, "a signature that can be read", Visible.Text(problem.Message)),
        _ => null,
    };
}
