using InstallGuard.Checking;
using InstallGuard.Policies;
using InstallGuard.Reports;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace InstallGuard.Sdk;

/// <summary>A check as messages, warnings and errors of a build: one for each package that something is to be said about.</summary>
internal sealed class BuildReport(TaskLoggingHelper log, string target) : IReport
{
    private readonly List<CheckedPackage> _firstUses = [];

    public void Package(CheckedPackage package)
    {
        var code = PackageMessage.Shown(package).Select(change => change.Rule.Code).FirstOrDefault();
        switch (package.Disposition)
        {
            case Disposition.Block:
                log.LogError(null, code, null, target, 0, 0, 0, 0, "{0}", WithoutCode(package, code));
                break;
            case Disposition.Warn:
                log.LogWarning(null, code, null, target, 0, 0, 0, 0, "{0}", WithoutCode(package, code));
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

        using var text = new StringWriter();
        var report = new TextReport(text);
        _firstUses.ForEach(report.Package);
        report.Finish(result, lockPath);
        foreach (var line in text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            log.LogMessage(MessageImportance.High, "{0}", line.TrimEnd('\r'));
        }
    }

    // The build log writes the code itself.
    private static string WithoutCode(CheckedPackage package, string? code)
    {
        var line = PackageMessage.Line(package);
        return code is not null && line.StartsWith($"{code}: ", StringComparison.Ordinal) ? line[(code.Length + 2)..] : line;
    }
}
