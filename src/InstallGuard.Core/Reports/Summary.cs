using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Policies;
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

        // A new lock begins with what other locks of its repository say of a package: that is nothing new.
        bool IsOf(Recorded recorded, VerdictKind kind) => result.Packages.Any(package => package.Package.Id == recorded.Id && package.Verdict.Kind == kind);
        var first = result.Recorded.Where(recorded => recorded.Pin.Origin is PinOrigin.FirstUse && IsOf(recorded, VerdictKind.FirstUse)).ToList();
        var noticed = result.Recorded.Count(recorded => recorded.Pin.Origin is PinOrigin.Noticed && IsOf(recorded, VerdictKind.Notice));
        var taken = result.Recorded.Count - first.Count - noticed;
        var unsigned = first.Count(recorded => recorded.Pin.Identity.IsUnsigned);
        var fresh = (first.Count, unsigned) switch
        {
            (_, 0) => $"{first.Count} new",
            (1, 1) => "1 new and unsigned",
            _ when unsigned == first.Count => $"{first.Count} new, all of them unsigned",
            _ => $"{first.Count} new, {unsigned} of them unsigned",
        };
        string[] parts =
        [
            .. first.Count > 0 ? [fresh] : Array.Empty<string>(),
            .. noticed > 0 ? [$"{noticed} whose change needs nobody's decision"] : Array.Empty<string>(),
            .. taken > 0 ? [$"{Count(taken, "pin")} taken over from other locks of this repository"] : Array.Empty<string>(),
        ];
        var changed = result.Packages.Count(package => package.Verdict.Kind == VerdictKind.Notice);
        return parts.Length == 0
            ? $"{total} checked{sdk}, {(changed > 0 ? $"{changed} that differ{(changed == 1 ? "s" : "")} from {(changed == 1 ? "its pin" : "their pins")} in a way that needs nobody's decision" : "no publisher changed")}"
            : $"{total} checked{sdk}, {string.Join(", ", parts)}; recorded in {Quoted.Address(Path.GetFileName(lockPath))}: review and commit it";
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
