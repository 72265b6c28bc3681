using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Text;

namespace InstallGuard.Reports;

/// <summary>The last line of a check.</summary>
public static class Summary
{
    /// <summary>How many packages, how many of them new, changed or blocked, and what became of the lock.</summary>
    public static string Of(CheckResult result, string lockPath)
    {
        if (result.Packages.Count == 0)
        {
            return "there was no package to check";
        }

        var total = Count(result.Packages.Count, "package");
        var sdk = result.VouchedForBySdk is > 0 and var packs ? $" ({packs} of them the .NET SDK's own)" : "";
        var blocked = result.Blocked.Count();
        if (blocked > 0)
        {
            return $"{total} checked, {blocked} blocked; nothing was recorded";
        }

        var first = result.Recorded.Count(recorded => recorded.Pin.Origin is PinOrigin.FirstUse);
        var noticed = result.Recorded.Count - first;
        return (first, noticed) switch
        {
            (0, 0) => $"{total} checked{sdk}, no publisher changed",
            (_, 0) => $"{total} checked{sdk}, {first} new; recorded in {Quoted.Address(Path.GetFileName(lockPath))}: review and commit it",
            _ => $"{total} checked{sdk}, {first} new, {noticed} whose change needs nobody's decision; recorded in {Quoted.Address(Path.GetFileName(lockPath))}: review and commit it",
        };
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
