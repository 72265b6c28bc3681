using InstallGuard.Checking;
using InstallGuard.Policies;

namespace InstallGuard.Reports;

/// <summary>What to do about a package without a pin where restores are locked: why they are, and the command that pins it.</summary>
internal static class LockedFirstUse
{
    /// <summary>The help. Safe to show.</summary>
    /// <param name="package">The package, or one of them.</param>
    /// <param name="isOfSeveral">Whether it is said of several at once.</param>
    public static string Help(CheckedPackage package, bool isOfSeveral = false)
    {
        var (it, needed) = isOfSeveral ? ("them", "them") : ("it", "the package");
        var why = package.Locked is { } locked ? $" by {Words(locked.By)}" : "";
        var platform = package.Locked is { } here ? Visible.Text(here.RuntimeIdentifier) : "<platform>";
        return $"restores are locked here{why}; pin {it} where they are not (on a developer's machine, or with INSTALLGUARD_LOCKED=false): "
            + $"run `dotnet restore`, with `-r {platform}` or with the properties of the `publish` if only that needs {needed}; "
            + "then review installguard.lock.json and commit it";
    }

    private static string Words(LockedBy by) => by switch
    {
        LockedBy.BuildServer => "CI=true",
        LockedBy.Environment => "INSTALLGUARD_LOCKED=true",
        LockedBy.Repository => "the property InstallGuardLocked",
        LockedBy.CommandLine => "--locked",
    };
}
