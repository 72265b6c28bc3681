using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Text;

namespace InstallGuard.Reports;

/// <summary>Who published a package, in the few words that fit into a table.</summary>
public static class PublisherWords
{
    /// <summary>The author, for people; "-" where nobody signed as one.</summary>
    public static string Author(PackageEvidence evidence) =>
        evidence.Author.Verified is { } author ? Quoted.Name(author.Identity.Name) : "-";

    /// <summary>The repository; "-" where none vouches.</summary>
    public static string Repository(PackageEvidence evidence) =>
        evidence.Repository.Verified is { } repository ? Quoted.Address(repository.Identity.Name) : "-";

    /// <summary>The package owners; "-" where no repository names any.</summary>
    public static string Owners(PackageEvidence evidence) =>
        evidence.Repository.Verified?.Identity.Owners is { Count: > 0 } owners ? owners.ToString() : "-";

    /// <summary>What changes with a verdict, in one line: code, name, before and now.</summary>
    public static string Step(Decisions.Verdict verdict) => verdict.Decisive is { } change
        ? $"{change.Rule}: {Visible.Line(change.Pinned)} → {Visible.Line(change.Seen)}"
        : "nothing changes";

    /// <summary>A pin in one line.</summary>
    public static string Pin(Pin pin) => Visible.Line($"since {pin.Since}: {pin.Identity}");
}
