using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>A package that was not let through, with all that was known about it then.</summary>
/// <param name="Package">Id and version.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Evidence">What its bytes said.</param>
/// <param name="Announced">What the source said about its signatures when it was downloaded, or null.</param>
/// <param name="At">When it was refused, UTC.</param>
public sealed record Refusal(Package Package, string Source, PackageEvidence Evidence, RepositoryAnnouncement? Announced, DateTimeOffset At)
{
    /// <summary>The pin that it was compared with, in words; empty without one. Accepting it is accepting this step.</summary>
    public string Against { get; init; } = "";

    /// <summary>Whether the last audit of this repository listed it.</summary>
    public bool IsAudited { get; init; }

    /// <summary>What was shown of a package.</summary>
    /// <param name="one">The package.</param>
    /// <param name="at">The present, UTC.</param>
    /// <returns>
    /// Null where there was nothing to look at, and so nothing that could be accepted; and where a build would use something
    /// else than what was looked at.
    /// </returns>
    public static Refusal? Of(CheckedPackage one, DateTimeOffset at) => one.Look is Decisions.Look.Seen { Altered: null } seen
        ? new(one.Package, one.Source, Decisions.AcceptedCertificate.Withdraw(seen.Evidence.Found), seen.Announced, at) { Against = Words(one.Verdict.Pin) }
        : null;

    /// <summary>A pin in the words of <see cref="Against"/>.</summary>
    public static string Words(Pin? pin) => pin is null ? "" : $"since {pin.Since}: {pin.Identity}";
}
