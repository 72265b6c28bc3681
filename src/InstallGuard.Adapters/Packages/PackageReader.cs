using System.Security.Cryptography;
using System.Text;
using InstallGuard.Adapters.Packages.Signatures;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Adapters.Packages.Zip;
using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Reports;

namespace InstallGuard.Adapters.Packages;

/// <summary>Package bytes → evidence, on the framework alone: one pass over the file, no network, no extraction.</summary>
// Order matters. The hashes are taken before anything inside the zip is believed, because every later step speaks about
// those bytes and no others.
//
//   1. read the directory of the zip            (what could be read in two ways is refused)
//   2. hash the file, as it is and as it was before it was signed
//   3. verify the signature against that hash   (SignatureVerifier)
//   4. read the manifest
public sealed class PackageReader : IPackageReader
{
    // Raised whenever the same bytes would be read differently, so that remembered evidence is looked at again.
    private const int ReaderVersion = 2;
    private const int Stored = 0;

    private readonly SignatureVerifier _verifier;
    private readonly Lazy<Sha256Digest> _trust;

    /// <summary>Makes a reader that trusts these roots and knows these repositories.</summary>
    public PackageReader(TrustedRoots roots, KnownRepositories repositories)
    {
        _verifier = new(roots, repositories);
        _trust = new(() => DigestOf(roots, repositories));
    }

    /// <inheritdoc/>
    public Sha256Digest Trust => _trust.Value;

    /// <inheritdoc/>
    public Look Read(Stream package, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            return new Look.Seen(new(Look(package, now, cancel)));
        }
        catch (MalformedPackageException malformed)
        {
            return new Look.Malformed(malformed.Message);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new Look.Failed(Visible.Text(failed.Message));
        }
    }

    private PackageEvidence Look(Stream file, DateTimeOffset now, CancellationToken cancel)
    {
        var directory = ZipDirectory.Read(file);
        var signature = directory.Entries.FirstOrDefault(entry => entry.Name == SignatureFile.EntryName);
        var problem = signature is null ? null : ProblemWithPlace(file, signature, directory);
        var layout = signature is null || problem is not null
            ? UnsignedLayout.Whole(directory)
            : UnsignedLayout.Without(signature, directory);
        var (whole, unsigned) = layout.Hash(file, cancel);

        var findings = (signature, problem) switch
        {
            (null, _) => SignatureFindings.None,
            (_, { } bad) => SignatureFindings.Invalid(bad),
            ({ } entry, null) => _verifier.Verify(
                ZipEntryData.Read(file, entry, SignatureFile.LargestFile),
                algorithm => algorithm == HashAlgorithmName.SHA256 ? unsigned : layout.HashUnsigned(file, algorithm, cancel),
                now),
        };
        var (declared, claims) = NuspecReader.Read(file, directory.Entries);
        EntryName.RequireNoneOfNuGet(directory.Entries, declared);
        return new(
            new(PackageHash.FromBytes(whole), Sha256Digest.FromBytes(unsigned), declared),
            new Finding<BuildProvenance>.NotSought(),
            findings.Author,
            findings.Repository,
            new Finding<NuspecClaims>.Present(claims));
    }

    // NuGet signed-package specification, "Package signature file": one entry, stored, not encrypted, the last one.
    private static FailedCheck? ProblemWithPlace(Stream file, ZipEntry signature, ZipDirectory directory)
    {
        var isPlain = signature is { Method: Stored, IsEncrypted: false, HasDataDescriptor: false }
            && signature.Size == signature.CompressedSize
            && signature.Size <= SignatureFile.LargestFile;
        var isLast = isPlain
            && directory.Entries.All(entry => entry == signature || EndsBefore(file, entry, signature.LocalHeaderOffset))
            && ZipEntryData.DataOffset(file, signature) + signature.CompressedSize == directory.Start;
        return isLast
            ? null
            : new(
                SignatureCheck.Format,
                $"{SignatureFile.EntryName} as the last entry, stored, of at most {SignatureFile.LargestFile} bytes",
                isPlain ? "another place" : "another form");
    }

    // Bytes of an entry that lay inside the signature would be outside of what is signed.
    private static bool EndsBefore(Stream file, ZipEntry entry, long offset) =>
        entry.LocalHeaderOffset < offset && ZipEntryData.DataOffset(file, entry) + entry.CompressedSize <= offset;

    private static Sha256Digest DigestOf(TrustedRoots roots, KnownRepositories repositories)
    {
        var text = new StringBuilder().Append(ReaderVersion).Append('\n').Append(roots.Digest().Hex).Append('\n');
        foreach (var repository in repositories.All)
        {
            text.Append(repository.Name).Append(' ').Append(repository.ServiceIndex).Append(' ')
                .AppendJoin(',', repository.Certificates.Select(c => c.Hex).Order(StringComparer.Ordinal)).Append('\n');
        }

        return Sha256Digest.FromBytes(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
