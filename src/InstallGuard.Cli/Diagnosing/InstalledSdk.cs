using InstallGuard.Adapters.Packages.Installed;
using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Ledger;
using InstallGuard.Text;

namespace InstallGuard.Cli.Diagnosing;

/// <summary>
/// The package InstallGuard.Sdk that runs here, against what the lock says of that version. Nothing fetches it again while
/// it is in the packages folder, whatever the feed has by now.
/// </summary>
internal static class InstalledSdk
{
    /// <param name="tools">The folders of tasks that projects import.</param>
    /// <param name="version">The version that the root's global.json names; null when it names none.</param>
    /// <param name="document">The lock.</param>
    /// <param name="cancel">Ends it.</param>
    public static IEnumerable<Finding> Of(IEnumerable<string> tools, string? version, LockDocument document, CancellationToken cancel)
    {
        if (version is null || !PackageVersion.TryParse(version, out var named))
        {
            return [];
        }

        var package = new Package(OwnPackage.Sdk, named);
        return ContentsComparison.PinFor(named, document.PinsOf(package.Id)) switch
        {
            null => [new(Diagnosis.Gap, $"the lock has no pin for {package}, so that the one that runs here was compared with nothing", "restore once where the lock may change, review and commit it")],

            // Its publisher is checked at each restore, as of any other package.
            { Identity.Contents: null } => [],
            { Identity.Contents: { } contents } => tools.Select(folder => PackageFolders.VersionOf(folder, version)).OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(folder => Compared(folder, package, contents, cancel)),
        };
    }

    private static Finding Compared(string folder, Package package, ContentsIdentity contents, CancellationToken cancel)
    {
        var fix = $"delete {Quoted.Address(folder)} and restore again: what is in the packages folder is not fetched again; if your team packed it again, give it a version of its own (`-p:Version=…`)";
        return (PackageHash.TryParse(contents.Sha512, out var pinned) ? InstalledPackage.Compare(folder, package, pinned, cancel) : new InstallationComparison.Failed(contents.Sha512)) switch
        {
            InstallationComparison.Same => new(Diagnosis.Fine, $"{package} is the one that the lock pins"),
            InstallationComparison.Other { Difference: var other } => new(
                Diagnosis.Broken,
                $"the {package} that runs here is not the one that the lock pins: {Quoted.Text(other.File)}: pinned: {other.InPackage}, now: {other.Installed}",
                fix),
            InstallationComparison.Failed failed => new(Diagnosis.Broken, $"whether the {package} that runs here is the one that the lock pins cannot be told: {Quoted.Sentence(failed.Because)}", fix),
            _ => throw new System.Diagnostics.UnreachableException("no words for the answer"),
        };
    }
}
