using System.Runtime.ExceptionServices;
using InstallGuard.Adapters.Packages.Installed;
using InstallGuard.Identity;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Packaging.PackageExtraction;
using NuGet.Packaging.Signing;
using NuGet.Versioning;

namespace InstallGuard.Adapters.Feeds;

/// <summary>
/// The global packages folder. Packages get into it through NuGet's own extractor, so that the result is byte for byte
/// what NuGet would have made.
/// </summary>
public sealed class InstalledPackages
{
    private readonly VersionFolderPathResolver _paths;
    private readonly Lazy<ClientPolicyContext?> _required;

    /// <param name="folder">The global packages folder.</param>
    /// <param name="configurations">The NuGet configurations of the projects that are restored.</param>
    public InstalledPackages(string folder, Lazy<IReadOnlyList<ISettings>> configurations)
    {
        Folder = folder;
        _paths = new(folder);
        _required = new(() => Required(configurations.Value));
    }

    /// <summary>The global packages folder.</summary>
    public string Folder { get; }

    /// <summary>Whether the package is there, completely.</summary>
    public bool Contains(Package package) =>
        File.Exists(_paths.GetNupkgMetadataPath(package.Id.Text, NuGetVersion.Parse(package.Version.Text)));

    /// <summary>The package's manifest in the folder.</summary>
    public string ManifestOf(Package package) =>
        _paths.GetManifestFilePath(package.Id.Text, NuGetVersion.Parse(package.Version.Text));

    /// <summary>Whether a path lies in this folder.</summary>
    public bool Holds(string path) =>
        Path.GetFullPath(path).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder)) + Path.DirectorySeparatorChar, PathComparison);

    /// <summary>Installs a package, unless it is there already.</summary>
    /// <param name="package">Id and version.</param>
    /// <param name="source">The source, as NuGet is to write it down.</param>
    /// <param name="fill">
    /// Writes the package into a seekable stream in the package's folder and decides: false, and nothing is extracted
    /// and nothing stays behind.
    /// </param>
    /// <param name="cancel">Ends the installation.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="InvalidDataException">The user's NuGet configuration asks for more than the package has.</exception>
    public async Task<InstallOutcome> InstallAsync(Package package, string source, Func<Stream, Task<bool>> fill, CancellationToken cancel)
    {
        var passes = false;
        ExceptionDispatchInfo? failed = null;

        // NuGet cleans up after a signature that it does not like, and after nothing else.
        async Task Fill(Stream stream)
        {
            try
            {
                passes = await fill(stream);
            }
#pragma warning disable CA1031 // Thrown again below, when NuGet has cleaned up.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failed = ExceptionDispatchInfo.Capture(exception);
            }

            if (!passes)
            {
                throw new SignatureException("refused");
            }
        }

        try
        {
            await PackageExtractor.InstallFromSourceAsync(
                source,
                new PackageIdentity(package.Id.Text, NuGetVersion.Parse(package.Version.Text)),
                Fill,
                _paths,
                new PackageExtractionContext(
                    PackageSaveMode.Defaultv3, PackageExtractionBehavior.XmlDocFileSaveMode, _required.Value, NullLogger.Instance),
                cancel);
            return passes ? InstallOutcome.Installed : InstallOutcome.FoundInstalled;
        }
        catch (SignatureException) when (!passes)
        {
            failed?.Throw();
            return InstallOutcome.Refused;
        }
        catch (SignatureException required)
        {
            var issues = required.Results?.SelectMany(result => result.Issues).Select(issue => $"{issue.Code}: {issue.Message}") ?? [];
            throw new InvalidDataException(
                $"the NuGet configuration asks for more than the package has: {string.Join(" ", [required.Message, .. issues])}", required);
        }
        catch when (passes)
        {
            RemoveRest(package);
            throw;
        }
    }

    // What an extraction that failed leaves behind can look installed to the next restore. Under NuGet's own lock: another
    // process may have installed the package by now.
    private void RemoveRest(Package package)
    {
        var version = NuGetVersion.Parse(package.Version.Text);
        var folder = _paths.GetInstallPath(package.Id.Text, version);
        try
        {
            ConcurrencyUtilities.ExecuteWithFileLocked(_paths.GetPackageFilePath(package.Id.Text, version), () =>
            {
                if (Directory.Exists(folder) && !InstalledPackage.IsWhole(folder, package))
                {
                    Directory.Delete(folder, recursive: true);
                }
            });
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // It stays, bound to nothing: the next check compares it with its package.
        }
    }

    private static StringComparison PathComparison =>
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    // Our own look is stricter than NuGet's default one and costs a quarter. Where the user's configuration asks for
    // more (required signatures, trusted signers), NuGet looks as well.
    private static ClientPolicyContext? Required(IReadOnlyList<ISettings> configurations)
    {
        var required = configurations
            .Select(settings => ClientPolicyContext.GetClientPolicy(settings, NullLogger.Instance))
            .FirstOrDefault(context => context.Policy == SignatureValidationMode.Require || context.AllowList?.Count > 0);
        if (required is not null && configurations.Count > 1)
        {
            throw new InvalidDataException(
                "a NuGet configuration asks for more than the default of signatures, and not all of the projects are under it: restore them one at a time");
        }

        if (required is not null)
        {
            // As in a restore: the roots of the SDK, without which time stamps of before mid 2022 lead nowhere.
            X509TrustStore.InitializeForDotNetSdk(NullLogger.Instance);
        }

        return required;
    }
}
