using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Checking;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Commands;

/// <summary>Makes one list of what a run blocked.</summary>
internal static class CollectedListing
{
    /// <summary>Lists it, in place of what the run before listed, and says so.</summary>
    /// <param name="ports">The process.</param>
    /// <param name="sdk">The SDK that restores.</param>
    /// <param name="settings">Where lock and ledger are.</param>
    /// <param name="begun">When the run began.</param>
    /// <param name="code">How it ended. One that could not look at everything leaves the earlier list alone.</param>
    /// <param name="output">Takes the line that says what was listed.</param>
    /// <exception cref="LedgerException">The list cannot be kept.</exception>
    public static void Keep(Ports ports, DotNetSdk sdk, GuardSettings settings, DateTimeOffset begun, ExitCode code, TextWriter output)
    {
        if (code is not (ExitCode.Clean or ExitCode.Blocked))
        {
            output.WriteLine("this run did not get to its end; what an earlier one listed is still listed");
            return;
        }

        using var engine = new GuardEngine(settings, sdk, ports.Clock, ports.WarnOnce);
        engine.Refusals.MarkAudit(begun);
        var (listed, beyond) = new Acceptance(engine.PackageCheck, engine.LockFile, engine.Refusals, engine.Sightings, ports.Clock).Collected();
        SayWhatIsBeyond(beyond, output);
        output.WriteLine(listed.Length switch
        {
            0 => "nothing was listed that could be accepted",
            1 => "1 listed; to accept it: `installguard accept --collected --reason \"<what you found>\"`",
            var many => $"{many} listed; to accept them together: `installguard accept --collected --reason \"<what you found>\"`",
        });
    }

    /// <summary>Names what was blocked and is not on the list.</summary>
    public static void SayWhatIsBeyond(IReadOnlyCollection<CheckedPackage> beyond, TextWriter output)
    {
        if (beyond.Count > 0)
        {
            output.WriteLine($"not listed, since nobody can accept {(beyond.Count == 1 ? "it" : "them")}: {string.Join(", ", beyond.Select(one => $"{Visible.Text(one.Package.ToString())} ({one.Verdict.Decisive?.Rule})"))}");
        }
    }
}
