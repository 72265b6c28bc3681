using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;

namespace InstallGuard.Cli.Commands;

/// <summary>Makes one list of what a run blocked.</summary>
internal static class AuditListing
{
    /// <summary>Lists it, in place of what the run before listed, and says so.</summary>
    /// <param name="ports">The process.</param>
    /// <param name="sdk">The SDK that restores.</param>
    /// <param name="settings">Where lock and ledger are.</param>
    /// <param name="begun">When the run began.</param>
    /// <param name="code">How it ended. One that could not look at everything leaves the earlier list alone.</param>
    /// <param name="output">Takes the line that says what was listed.</param>
    /// <exception cref="Checking.LedgerException">The list cannot be kept.</exception>
    public static void Keep(Ports ports, DotNetSdk sdk, GuardSettings settings, DateTimeOffset begun, ExitCode code, TextWriter output)
    {
        if (code is not (ExitCode.Clean or ExitCode.Blocked))
        {
            output.WriteLine("this audit did not get to its end; what an earlier one listed is still listed");
            return;
        }

        using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.WarnOnce);
        engine.Refusals.MarkAudit(begun);
        var listed = engine.Refusals.OfAudit().Count;
        output.WriteLine(listed == 0
            ? "nothing was listed that could be accepted"
            : $"{listed} listed; to accept them together: `installguard accept --from-audit --reason \"…\"`");
    }
}
