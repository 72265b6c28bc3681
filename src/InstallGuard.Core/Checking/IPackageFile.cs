using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>A package that a restore resolved, in the folder that it was installed to.</summary>
public interface IPackageFile
{
    /// <summary>Id and version.</summary>
    Package Package { get; }

    /// <summary>Where it came from: the feed's address without credentials, or a folder.</summary>
    string Source { get; }

    /// <summary>
    /// The hash of the package file that NuGet wrote down when it installed the package; null when there is none. What
    /// can write into the packages folder can run code in every build, so nothing is gained by doubting it here.
    /// </summary>
    PackageHash? RecordedHash();

    /// <summary>The package file.</summary>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    Stream Open();
}
