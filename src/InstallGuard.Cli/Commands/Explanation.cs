using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Ledger;
using InstallGuard.Policies;
using InstallGuard.Reports;
using InstallGuard.Text;

namespace InstallGuard.Cli.Commands;

/// <summary>Words the parts of an explanation.</summary>
internal sealed class Explanation(TextWriter output)
{
    /// <summary>The source of a package that nobody remembers the source of.</summary>
    public const string UnknownSource = "an unknown source";

    /// <param name="id">The package.</param>
    /// <param name="pins">Its pins.</param>
    /// <param name="lockPath">Where the lock is.</param>
    /// <param name="others">What else the lock has pins of, for a name that is not quite one of them.</param>
    public void Pins(PackageId id, IReadOnlyCollection<Pin> pins, string lockPath, IEnumerable<PackageId> others)
    {
        output.WriteLine(pins.Count == 0
            ? $"{id}: no pin in {Visible.Text(lockPath)}{Spelling.Question(id.Text, others.Select(other => other.Text))}"
            : $"{id}: pinned in {Visible.Text(lockPath)}");
        foreach (var pin in pins)
        {
            output.WriteLine($"  {PublisherWords.Pin(pin)}");
            output.WriteLine($"    {Visible.Line(Origin(pin.Origin))}");
        }
    }

    public void Sightings(IReadOnlyCollection<Sighting> sightings)
    {
        if (sightings.Count == 0)
        {
            return;
        }

        output.WriteLine("seen on this machine:");
        foreach (var sighting in sightings)
        {
            output.WriteLine(
                $"  {sighting.Package.Version} on {sighting.FirstSeen:yyyy-MM-dd} from {Quoted.Address(sighting.Source)}: {Visible.Line(sighting.Identity)}");
        }
    }

    /// <param name="used">The versions that projects are restored with.</param>
    /// <param name="blocked">Those that were not let through, the latest first.</param>
    /// <param name="isAnyRestored">Whether any project is restored.</param>
    public void InUse(IReadOnlyCollection<VersionInUse> used, IReadOnlyList<PackageVersion> blocked, bool isAnyRestored) => output.WriteLine(
        used.Count > 0 ? $"used in this repository: {string.Join(", ", used.Select(one => one.Version.Text))}"
        : blocked.Count > 0 ? $"blocked, so not restored: {string.Join(", ", blocked.Distinct())}"
        : !isAnyRestored ? "no project of this repository is restored here; a restore that is blocked, over whatever package, takes away what it wrote"
        : "no project of this repository uses it, as far as they are restored here");

    public ExitCode Decision(CheckedPackage one)
    {
        output.WriteLine($"evidence in {one.Package}, from {(one.Source == UnknownSource ? UnknownSource : Quoted.Address(one.Source))}:");
        if (one.Evidence is { } evidence)
        {
            EvidenceText.Write(output, evidence, withCertificates: false);
        }

        output.WriteLine($"decision: {Words(one.Verdict.Kind)}{(one.Verdict.Pin is { } pin ? $", against the pin since {pin.Since}" : ", without a pin")}");
        if (one.Verdict.Kind != VerdictKind.Match)
        {
            output.WriteLine(PackageMessage.Text(one, Occasion.Explanation));
            foreach (var change in PackageMessage.Shown(one))
            {
                if (Softening.Of(one, change) is { } words)
                {
                    output.WriteLine($"{change.Rule} {words}");
                }
            }
        }

        if (WhereToLook.For(one) is { Count: > 0 } places)
        {
            output.WriteLine("where to look before you decide:");
            foreach (var (place, number) in places.Select((place, i) => (place, i + 1)))
            {
                output.WriteLine($"  {number}. {place}");
            }
        }

        if (one.Evidence is { } signed)
        {
            // Long, the same for years, and looked at last: whoever decides looks at the publisher.
            EvidenceText.WriteCertificates(output, signed);
        }

        return one.Passes ? ExitCode.Clean : ExitCodes.Of(Outcomes.Of([one.Verdict.Kind]));
    }

    public ExitCode NotSeen(Package package)
    {
        output.WriteLine($"{package} itself was not looked at on this machine, so nothing is known about it");
        return ExitCode.Undetermined;
    }

    private static string Origin(PinOrigin origin) => origin switch
    {
        PinOrigin.FirstUse first => $"first used on {first.On:yyyy-MM-dd}",
        PinOrigin.Noticed noticed => $"{Quoted.Account(noticed.Change)}, noticed on {noticed.On:yyyy-MM-dd}",
        PinOrigin.Accepted accepted => $"{Quoted.Account(accepted.Change)}, accepted by {Quoted.Name(accepted.By)} on {accepted.On:yyyy-MM-dd}: {Quoted.Text(accepted.Reason)}",
        _ => throw new System.Diagnostics.UnreachableException($"no words for {origin}"),
    };

    private static string Words(VerdictKind kind) => kind switch
    {
        VerdictKind.Match => "nothing that is pinned has changed",
        VerdictKind.Notice => "a change that other evidence vouches for",
        VerdictKind.FirstUse => "a first use",
        VerdictKind.Review => "a person must look",
        VerdictKind.Undetermined => "could not be determined",
        VerdictKind.Reject => "rejected",
    };
}
