using InstallGuard.Checking;
using InstallGuard.Identity;

namespace InstallGuard.Reports;

/// <summary>Packages that a repository uses in versions of different publishers: what is so today, and no change.</summary>
public static class VersionsInUse
{
    /// <summary>A line for each package whose versions were first used together and differ. Safe to show.</summary>
    public static IEnumerable<string> Lines(CheckResult result)
    {
        var others = new SortedDictionary<PackageId, SortedSet<PackageVersion>>();
        foreach (var package in result.Blocked.Any() ? [] : result.Packages)
        {
            if (package.Verdict.Beside is { } beside)
            {
                var versions = others.TryGetValue(package.Package.Id, out var known) ? known : others[package.Package.Id] = [];
                _ = versions.Add(beside.Since);
                _ = versions.Add(package.Package.Version);
            }
        }

        foreach (var (id, versions) in others)
        {
            yield return $"{Visible.Text(id.Text)}: the versions in use differ in who published them ({string.Join(", ", versions)}); each is pinned as it is today";
        }
    }
}
