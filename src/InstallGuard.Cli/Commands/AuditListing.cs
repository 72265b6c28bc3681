using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;

namespace InstallGuard.Cli.Commands;

/// <summary>Makes one list of what is blocked from now until it is disposed, however the command ends.</summary>
/// <param name="ports">The process.</param>
/// <param name="sdk">The SDK that restores.</param>
/// <param name="settings">Where lock and ledger are.</param>
/// <param name="output">Takes the line that says what was listed.</param>
internal sealed class AuditListing(Ports ports, DotNetSdk sdk, GuardSettings settings, TextWriter output) : IDisposable
{
    private readonly DateTimeOffset _since = ports.Clock.GetUtcNow();

    /// <exception cref="Checking.LedgerException">The list cannot be kept.</exception>
    public void Dispose()
    {
        using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.Error.WriteLine);
        engine.Refusals.MarkAudit(_since);
        var listed = engine.Refusals.OfAudit().Count;
        output.WriteLine(listed == 0
            ? "nothing was listed that could be accepted"
            : $"{listed} listed; to accept them together: `installguard accept --from-audit --reason \"…\"`");
    }
}
