using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;

namespace InstallGuard.Cli.Commands;

/// <summary>Makes one list of what is blocked from now until it is disposed, however the command ends.</summary>
internal sealed class AuditListing(Ports ports, DotNetSdk sdk, GuardSettings settings) : IDisposable
{
    private readonly DateTimeOffset _since = ports.Clock.GetUtcNow();

    /// <exception cref="Checking.LedgerException">The list cannot be kept.</exception>
    public void Dispose()
    {
        using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.Error.WriteLine);
        engine.Refusals.MarkAudit(_since);
        var listed = engine.Refusals.OfAudit().Count;
        ports.Out.WriteLine(listed == 0
            ? "nothing was listed that could be accepted"
            : $"{listed} listed; to accept them together: `installguard accept --from-audit --reason \"…\"`");
    }
}
