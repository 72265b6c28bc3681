using InstallGuard.Decisions;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary>What is said about a file that shows nothing of a package.</summary>
internal static class NoPackage
{
    /// <summary>Says why, and returns the exit code for it.</summary>
    public static ExitCode Say(Ports ports, string file, Look look)
    {
        var (code, rule, problem) = look switch
        {
            Look.Malformed malformed => (ExitCode.Blocked, RuleCatalog.PackageMalformed, malformed.Problem),
            Look.Failed failed => (ExitCode.Undetermined, RuleCatalog.Undetermined, failed.Because),
            _ => throw new System.Diagnostics.UnreachableException($"no words for {look}"),
        };
        ports.Error.WriteLine($"error {rule.Code}: {Visible.Text(file)}: {Visible.Text(problem)}");
        return code;
    }
}
