using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>A package that a restore resolved, in the folder that it was installed to.</summary>
public interface IPackageFile
{
    /// <summary>Id and version.</summary>
    Package Package { get; }

    /// <summary>
    /// Where it came from, as far as its folder can be believed: the feed's address without credentials that NuGet wrote down,
    /// or the folder itself where it can have come with the repository, and what is written in it too.
    /// </summary>
    string Source { get; }

    /// <summary>What the file system says of the installation now; null when the package is in no folder.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    Installation? Installation();

    /// <summary>The package file.</summary>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    Stream Open();

    /// <summary>Compares every installed file with its package.</summary>
    /// <param name="package">The package file, seekable.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="cancel">Ends it.</param>
    InstallationComparison Compare(Stream package, PackageHash hash, CancellationToken cancel);
}
