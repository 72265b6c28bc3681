using InstallGuard.Checking;
using InstallGuard.Policies;

namespace InstallGuard.Reports;

/// <summary>
/// Reads a finished check out to a report: first uses, then notices, then what is blocked, so that what needs attention
/// stands last on a screen. One cause of several packages is said once, before what is a package's own. Packages that match their pin are not mentioned; nor, when anything is blocked and nothing
/// was recorded, are those that would have been.
/// </summary>
public static class Reading
{
    /// <summary>Reads it out.</summary>
    public static void Out(CheckResult result, string lockPath, IReport report)
    {
        var mentioned = Mentioned(result).OrderBy(Urgency).ToList();
        var causes = SharedCause.Among(mentioned);
        foreach (var cause in causes)
        {
            report.Several(cause);
        }

        var said = causes.SelectMany(cause => cause.Packages).ToHashSet();
        foreach (var package in mentioned.Where(package => !said.Contains(package)))
        {
            report.Package(package);
        }

        report.Finish(result, lockPath);
    }

    private static IEnumerable<CheckedPackage> Mentioned(CheckResult result) =>
        result.Blocked.Any() ? result.Blocked : result.Packages.Where(p => p.Verdict.Kind != VerdictKind.Match);

    internal static int Urgency(CheckedPackage package) => package.Disposition switch
    {
        Disposition.Allow => 0,
        Disposition.Record => 1,
        Disposition.Warn => 2,
        Disposition.Block => 3,
    };
}
