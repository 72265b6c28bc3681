using System.Globalization;
using InstallGuard.Checking;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Text;

namespace InstallGuard.Reports;

/// <summary>Who published a package, in the few words that fit into a table.</summary>
public static class PublisherWords
{
    private const int MostOwners = 3;

    /// <summary>What a package has in place of an author that nobody signed at all: the one row that anybody could have made.</summary>
    public const string Unsigned = "UNSIGNED";

    /// <summary>The author, for people; "-" where nobody signed as one; <see cref="Unsigned"/> where nobody signed as anything.</summary>
    public static string Author(CheckedPackage package) => package.Evidence switch
    {
        { Identity.IsUnsigned: true } => Unsigned,
        { Author.Verified: { } author } => Quoted.Name(author.Identity.Name),
        _ => "-",
    };

    /// <summary>The repository; "-" where none vouches; where nobody does, the feed that an unsigned package is known by.</summary>
    public static string Repository(CheckedPackage package) => package switch
    {
        { Evidence.Repository.Verified: { } repository } => Quoted.Address(repository.Identity.Name),
        { Look: Decisions.Look.Seen { Identity: { IsUnsigned: true, Feed: { } feed } } } => Visible.Line($"only from {feed}"),
        _ => "-",
    };

    /// <summary>The package owners; "-" where no repository names any.</summary>
    public static string Owners(CheckedPackage package) =>
        package.Evidence?.Repository.Verified?.Identity.Owners is { Count: > 0 } owners ? owners.ToString() : "-";

    /// <summary>All of it in as few words as go into a list of packages.</summary>
    public static string Brief(CheckedPackage package) => package switch
    {
        { Look: Decisions.Look.Seen { Identity: { IsUnsigned: true } unsigned } } => Visible.Line(unsigned.ToString()),
        { Evidence: { } evidence } => string.Join("; ", Parts(evidence)),
        _ => "nothing is known about it",
    };

    /// <summary>What changes with a verdict, in one line: code, name, before and now.</summary>
    public static string Step(Decisions.Verdict verdict) => verdict.Decisive is { } change
        ? $"{change.Rule}: {Visible.Line(change.Pinned)} → {Visible.Line(change.Seen)}"
        : "nothing changes";

    /// <summary>What a manifest claims differently, in one line.</summary>
    public static string Note(Decisions.ClaimNote note) => $"{note.Member} was {Claimed(note.Before)}, is now {Claimed(note.Now)}";

    /// <summary>A pin in one line.</summary>
    public static string Pin(Pin pin) => Visible.Line($"since {pin.Since}: {pin.Identity}");

    private static IEnumerable<string> Parts(PackageEvidence evidence)
    {
        if (evidence.Author.Verified is { } author)
        {
            yield return $"author {Quoted.Name(author.Identity.Name)}";
        }

        if (evidence.Repository.Verified is { } repository)
        {
            var owners = repository.Identity.Owners;
            var more = owners.Count > MostOwners ? string.Create(CultureInfo.InvariantCulture, $" and {owners.Count - MostOwners} more") : "";
            yield return owners.Count == 0
                ? Quoted.Address(repository.Identity.Name)
                : $"{Quoted.Address(repository.Identity.Name)}, {(owners.Count == 1 ? "owner" : "owners")} {string.Join(", ", owners.Take(MostOwners).Select(Quoted.Account))}{more}";
        }
    }

    private static string Claimed(string? text) => text is null ? "not there" : Quoted.Text(text);
}
