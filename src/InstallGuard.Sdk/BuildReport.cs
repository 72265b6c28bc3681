using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Policies;
using InstallGuard.Reports;
using InstallGuard.Text;

namespace InstallGuard.Sdk;

/// <summary>A check as messages, warnings and errors of a build: one for each package that something is to be said about.</summary>
internal sealed class BuildReport(BuildLog log) : IReport
{
    private const int MostNames = 10;

    private readonly List<CheckedPackage> _firstUses = [];

    public void Package(CheckedPackage package)
    {
        var code = PackageMessage.Shown(package).Select(change => change.Rule.Code).FirstOrDefault();
        switch (package.Disposition)
        {
            case Disposition.Block:
                log.Error(code, WithoutCode(package, code));
                break;
            case Disposition.Warn when package.WasNoticed:
                log.Message(WithoutCode(package, code));
                break;
            case Disposition.Warn:
                log.Warning(code, WithoutCode(package, code));
                break;
            case Disposition.Record:
                _firstUses.Add(package);
                break;
            case Disposition.Allow:
                break;
        }
    }

    public void Finish(CheckResult result, string lockPath)
    {
        if (result.Recorded.Count == 0 && !result.Blocked.Any())
        {
            return;
        }

        WarnOfFirstUses(result, lockPath);
        using var text = new StringWriter();
        var report = new TextReport(text);
        _firstUses.ForEach(report.Package);
        report.Finish(result, lockPath);
        foreach (var line in text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            log.Message(line.TrimEnd('\r'));
        }
    }

    // The terminal logger of `dotnet build` shows warnings and errors of a restore, and nothing else.
    private void WarnOfFirstUses(CheckResult result, string lockPath)
    {
        var shown = _firstUses.Where(package => package.Evidence is not null).ToList();
        if (shown.Count == 0 || result.Blocked.Any())
        {
            return;
        }

        var names = shown.Take(MostNames).Select(package => Visible.Line($"{package.Package} ({package.Evidence!.Identity})"));
        var more = shown.Count > MostNames ? $", and {shown.Count - MostNames} more" : "";
        log.Warning(
            RuleCatalog.FirstUse.Code,
            $"used for the first time: {string.Join(", ", names)}{more}; recorded in {Quoted.Address(Path.GetFileName(lockPath))}: review and commit it");
    }

    // The build log writes the code itself.
    private static string WithoutCode(CheckedPackage package, string? code)
    {
        var line = PackageMessage.Line(package);
        return code is not null && line.StartsWith($"{code}: ", StringComparison.Ordinal) ? line[(code.Length + 2)..] : line;
    }
}
