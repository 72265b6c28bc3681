using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Text;

namespace InstallGuard.Checking;

/// <summary>
/// Looks at packages where they are installed. What InstallGuard did not install itself is bound to its package first: its
/// file is hashed, and every file beside it compared.
/// </summary>
/// <param name="packages">Checks single packages.</param>
/// <param name="installations">What is bound already.</param>
public sealed class InstalledPackageCheck(PackageCheck packages, IInstallations installations)
{
    /// <summary>What is known without opening the package: it is bound, and was looked at before.</summary>
    /// <param name="file">The package.</param>
    /// <returns>Null when it has to be looked at.</returns>
    public Looked? Recall(IPackageFile file)
    {
        try
        {
            return file.Installation() is { } installation
                && installations.Find(installation) is { } bound
                && packages.Recall(bound.Package) is { } seen
                    ? new(file, bound.Source ?? file.Source, seen, Bound: null, Remembered: true)
                    : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Looks at the package, and where that is not known yet, at whether what is installed is it.</summary>
    /// <param name="file">The package.</param>
    /// <param name="cancel">Ends the look.</param>
    public Looked Look(IPackageFile file, CancellationToken cancel)
    {
        try
        {
            // Taken first: what changes while it is compared is another installation.
            var installation = file.Installation();
            using var bytes = file.Open();
            return (packages.Look(bytes, cancel), installation) switch
            {
                (Look.Seen seen, { } where) => Bind(file, where, bytes, seen, cancel),
                (Look.Seen _, null) => new(file, file.Source, new Look.Failed($"{file.Package} is not installed anywhere"), Bound: null, Remembered: false),
                var (other, _) => new(file, file.Source, other, Bound: null, Remembered: false),
            };
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return new(file, file.Source, new Look.Failed(failed.Message), Bound: null, Remembered: false);
        }
    }

    /// <summary>Remembers what was bound.</summary>
    public void Keep(IEnumerable<Looked> looks) => installations.Keep([.. looks.Select(looked => looked.Bound).OfType<BoundInstallation>()]);

    private Looked Bind(IPackageFile file, Installation installation, Stream bytes, Look.Seen seen, CancellationToken cancel)
    {
        var hash = seen.Evidence.Found.Contents.Hash;
        if (installations.Find(installation) is { } known && known.Package == hash)
        {
            return new(file, known.Source ?? file.Source, seen, Bound: null, Remembered: false);
        }

        return file.Compare(bytes, hash, cancel) switch
        {
            InstallationComparison.Same => new(file, file.Source, seen, new(installation, hash, Source: null), Remembered: false),
            InstallationComparison.Other other => new(file, file.Source, seen with { Altered = In(installation.Folder, other.Difference) }, Bound: null, Remembered: false),
            InstallationComparison.Failed failed => new(file, file.Source, new Look.Failed(failed.Because), Bound: null, Remembered: false),
            var unknown => throw new System.Diagnostics.UnreachableException($"no rule for {unknown}"),
        };
    }

    // A person must find it, and there may be several packages folders.
    private static InstallationDifference In(string folder, InstallationDifference difference) =>
        difference with { Installed = $"{difference.Installed}, in {Quoted.Address(folder)}" };

    /// <summary>One package that was looked at.</summary>
    /// <param name="File">The package.</param>
    /// <param name="Source">Where it came from.</param>
    /// <param name="Look">What was found.</param>
    /// <param name="Bound">What was bound by this look; null when nothing was, or it had been before.</param>
    /// <param name="Remembered">Whether it was not opened.</param>
    public sealed record Looked(IPackageFile File, string Source, Look Look, BoundInstallation? Bound, bool Remembered);
}
