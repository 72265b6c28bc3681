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

        var first = result.Recorded.Where(recorded => recorded.Pin.Origin is PinOrigin.FirstUse).ToList();
        var noticed = result.Recorded.Count - first.Count;
        var unsigned = first.Count(recorded => recorded.Pin.Identity.IsUnsigned);
        var fresh = (first.Count, unsigned) switch
        {
            (_, 0) => $"{first.Count} new",
            (1, 1) => "1 new and unsigned",
            _ when unsigned == first.Count => $"{first.Count} new, all of them unsigned",
            _ => $"{first.Count} new, {unsigned} of them unsigned",
        };
        var written = $"recorded in {Quoted.Address(Path.GetFileName(lockPath))}: review and commit it";
        return (first.Count, noticed) switch
        {
            (0, 0) => $"{total} checked{sdk}, no publisher changed",
            (_, 0) => $"{total} checked{sdk}, {fresh}; {written}",
            (0, _) => $"{total} checked{sdk}, {noticed} whose change needs nobody's decision; {written}",
            _ => $"{total} checked{sdk}, {fresh}, {noticed} whose change needs nobody's decision; {written}",
        };
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
