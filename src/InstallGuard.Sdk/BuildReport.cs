using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Policies;
using InstallGuard.Reports;

namespace InstallGuard.Sdk;

/// <summary>A check as messages, warnings and errors of a build: one for each package that something is to be said about.</summary>
internal sealed class BuildReport(BuildLog log) : IReport
{
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

    public void Several(SharedCause cause) => log.Error(cause.Code, cause.Line());

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

        log.Warning(RuleCatalog.FirstUse.Code, FirstUses.Line(shown, lockPath));
    }

    // The build log writes the code itself.
    private static string WithoutCode(CheckedPackage package, string? code)
    {
        var line = PackageMessage.Line(package);
        return code is not null && line.StartsWith($"{code}: ", StringComparison.Ordinal) ? line[(code.Length + 2)..] : line;
    }
}
