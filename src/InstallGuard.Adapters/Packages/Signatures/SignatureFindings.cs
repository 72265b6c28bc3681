using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Packages.Signatures;

/// <summary>What a package's signature file says about its author and its repository.</summary>
internal sealed record SignatureFindings(Finding<AuthorSignature> Author, Finding<RepositorySignature> Repository)
{
    /// <summary>There is no signature file.</summary>
    public static SignatureFindings None { get; } =
        new(new Finding<AuthorSignature>.Absent(), new Finding<RepositorySignature>.Absent());

    /// <summary>There is one, and it says nothing that holds about anybody.</summary>
    public static SignatureFindings Invalid(FailedCheck check) =>
        new(new Finding<AuthorSignature>.Invalid(check), new Finding<RepositorySignature>.Invalid(check));
}
