using InstallGuard.Decisions;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary>What is said about a file that shows nothing of a package.</summary>
internal static class NoPackage
{
    /// <summary>Says why, and returns the exit code for it.</summary>
    public static ExitCode Say(Ports ports, string file, Look look)
    {
        var (code, message) = look switch
        {
            Look.Malformed malformed => (ExitCode.Blocked, $"error {RuleCatalog.PackageMalformed.Code}: {Visible.Line($"{file}: {malformed.Problem}")}"),
            Look.Failed failed => (ExitCode.Undetermined, RestoreMessage.Text(RestoreProblem.FileUnreadable($"{file}: {failed.Because}"))),
            _ => throw new System.Diagnostics.UnreachableException($"no words for {look}"),
        };
        ports.Error.WriteLine(message);
        return code;
    }
}
