using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Reports;
using InstallGuard.Text;

namespace InstallGuard.Cli.Commands;

/// <summary>Words what came of an acceptance.</summary>
internal static class AcceptanceText
{
    public static ExitCode Show(Ports ports, string lockPath, AcceptanceResult result)
    {
        switch (result)
        {
            case AcceptanceResult.Written written:
                foreach (var (package, pin) in written.Changes)
                {
                    ports.Out.WriteLine($"accepted {Visible.Text(package.Package.ToString())}");
                    ports.Out.WriteLine($"  {PublisherWords.Step(package.Verdict)}");
                    ports.Out.WriteLine($"  pin: {PublisherWords.Pin(pin)}");
                }

                ports.Out.WriteLine($"written to {ports.Shown(lockPath)}; review and commit it");
                return ExitCode.Clean;
            case AcceptanceResult.NotNeeded needless:
                foreach (var package in needless.Packages)
                {
                    ports.Out.WriteLine($"{Visible.Text(package.Package.ToString())}: nothing to accept, the lock lets it through");
                }

                return ExitCode.Clean;
            case AcceptanceResult.NotAcceptable bad:
                foreach (var package in bad.Packages)
                {
                    ports.Error.WriteLine(PackageMessage.Text(package));
                }

                ports.Error.WriteLine("this cannot be accepted; nothing was written");
                return ExitCodes.Of(Outcomes.Of(bad.Packages.Select(package => package.Verdict.Kind)));
            case AcceptanceResult.ShownOtherwise stale:
                foreach (var refusal in stale.Refusals)
                {
                    ports.Error.WriteLine(
                        $"error: {Visible.Text(refusal.Package.ToString())} was shown against another lock ({(refusal.Against.Length == 0 ? "no pin" : Visible.Line(refusal.Against))}); restore again, and accept what it shows; nothing was written");
                }

                return ExitCode.Usage;
            default:
                throw new System.Diagnostics.UnreachableException($"no words for {result}");
        }
    }

    /// <summary>Says what is wrong where not exactly one thing can be meant.</summary>
    /// <param name="ports">The process.</param>
    /// <param name="shown">What was shown of it.</param>
    /// <param name="waiting">What waits for a decision in this repository.</param>
    public static void Unclear(Ports ports, ShownChange shown, IReadOnlyList<Package> waiting)
    {
        switch (shown)
        {
            case ShownChange.One:
                break;
            case ShownChange.None none:
                ports.Error.WriteLine(
                    $"error: no change of {none.Id} was blocked here that could be accepted{Spelling.Question(none.Id.Text, waiting.Select(package => package.Id.Text))}");
                ports.Error.WriteLine(waiting.Count == 0
                    ? "nothing is blocked here that waits for a decision; run `installguard restore` first, and accept what it shows"
                    : $"blocked here: {string.Join(", ", waiting)}");
                break;
            case ShownChange.Several several:
                ports.Error.WriteLine($"error: several packages {several.Refusals[0].Package.Id} were blocked; name one with --version, and with --package-hash where needed:");
                foreach (var one in several.Refusals)
                {
                    ports.Error.WriteLine(
                        $"  {one.Package.Version}, package hash {one.Evidence.Contents.Hash}, from {Quoted.Address(one.Source)}: {Visible.Line(one.Evidence.Identity.ToString())}");
                }

                break;
            default:
                throw new System.Diagnostics.UnreachableException($"no words for {shown}");
        }
    }
}
