using System.Globalization;
using System.Text;
using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Policies;

namespace InstallGuard.Reports;

/// <summary>
/// What is said about one package: severity, code, package and version, what was pinned, what is there now, what to do.
/// The same text from the plugin, the command line and the gate.
/// </summary>
// error IG1032: Autofac 4.9.4: none of the pinned owners owns the package any more
//      pinned: repository nuget.org, owners alexmg, nblumhardt, tillig (since 4.8.1)
//         now: repository nuget.org, owners Autofac
//     usually: the package moved to the project's own account, or was handed to somebody else
//        help: run `installguard explain Autofac@4.9.4`, …
public static class PackageMessage
{
    /// <summary>The severity word of a disposition.</summary>
    public static string Severity(Disposition disposition) => disposition switch
    {
        Disposition.Allow => "info",
        Disposition.Record => "info",
        Disposition.Warn => "warning",
        Disposition.Block => "error",
    };

    /// <summary>The whole message, several lines for each change. Safe to show.</summary>
    /// <param name="package">The package.</param>
    /// <param name="occasion">Where it is read.</param>
    public static string Text(CheckedPackage package, Occasion occasion = Occasion.Restore)
    {
        var text = new StringBuilder();
        foreach (var change in Shown(package))
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            Write(text, package, change, occasion);
        }

        if (Waiting(package) is { } waiting)
        {
            MessageLine.Write(text, "also", waiting);
        }

        return text.ToString();
    }

    /// <summary>
    /// The same in one line, for logs that take every line for a message of its own. Without the severity word. Safe to show.
    /// </summary>
    public static string Line(CheckedPackage package) => string.Join(
        "; ",
        Shown(package).Select(change =>
            $"{change.Rule.Code}: {Visible.Text(package.Package.ToString())}: {Summary(package, change)}; "
            + string.Join("; ", Compared(package, change).Select(line => $"{line.Label}: {line.Words}"))
            + string.Concat(Reasons(package, change).Select(reason => $"; {reason.Label}: {reason.Words}"))
            + $"; usually: {change.Usually}"
            + (Help(package, change) is { } help ? $"; help: {help}" : "")).Concat(Waiting(package) is { } waiting ? [$"also: {waiting}"] : []));

    /// <summary>
    /// The changes that are shown: all that ask for a person, or else all of the gravest verdict, and what must be known
    /// beside them. Where the lock itself asks for less than it did, whoever would accept those decides by a lock that
    /// nobody has reviewed: they wait.
    /// </summary>
    public static IEnumerable<Change> Shown(CheckedPackage package) => Asking(package).Where(change => !Waits(package, change));

    private static IEnumerable<Change> Asking(CheckedPackage package) => package.Verdict.Changes.Where(change =>
        change.Verdict == package.Verdict.Kind || change.Verdict >= VerdictKind.Review || change.Rule.IsAlwaysShown);

    private static bool Waits(CheckedPackage package, Change change) =>
        change.Verdict <= VerdictKind.Review && package.Verdict.Changes.Any(other => other.Rule == RuleCatalog.LockWeakened);

    private static string? Waiting(CheckedPackage package) =>
        Asking(package).Where(change => Waits(package, change) && !change.IsOfEdit).Select(change => $"{change.Rule}").ToList() is { Count: > 0 } waiting
            ? $"{string.Join(", ", waiting)}, which is looked at again when the lock is as it was"
            : null;

    private static void Write(StringBuilder text, CheckedPackage package, Change change, Occasion occasion)
    {
        var name = Visible.Text(package.Package.ToString());
        text.Append($"{Severity(package.Disposition)} {change.Rule.Code}: {name}: {Summary(package, change)}");
        foreach (var (label, words) in Compared(package, change, occasion).Concat(Reasons(package, change)))
        {
            MessageLine.Write(text, label, words);
        }

        MessageLine.Write(text, "usually", change.Usually);
        if (Help(package, change, occasion) is { } help)
        {
            MessageLine.Write(text, "help", help);
        }
    }

    /// <summary>What the left side is called: what is pinned nowhere was only there before.</summary>
    internal static string Reference(Change change, Occasion occasion) =>
        occasion == Occasion.Trial && change.Rule.Reference == Rule.Pinned ? "before" : change.Rule.Reference;

    internal static string Summary(CheckedPackage package, Change change) =>
        (package.Verdict.Kind, package.Disposition) switch
        {
            (VerdictKind.FirstUse, Disposition.Block) => "has no pin, and the lock may not be changed here",
            _ => change.Summary,
        };

    internal static string? Help(CheckedPackage package, Change change, Occasion occasion = Occasion.Restore) => Advice.For(package, change, occasion);

    // What could not be looked at has no "now".
    private static IEnumerable<(string Label, string Words)> Compared(CheckedPackage package, Change change, Occasion occasion = Occasion.Restore) =>
        change.Rule == RuleCatalog.Undetermined && change.Cause is { } because
            ? [("because", Visible.Line(because))]
            : [(Reference(change, occasion), Visible.Line(change.Pinned) + (occasion == Occasion.Trial ? "" : Since(package, change))), ("now", Visible.Line(change.Seen))];

    private static IEnumerable<(string Label, string Words)> Reasons(CheckedPackage package, Change change)
    {
        if (change.VouchedBy is { } vouching)
        {
            yield return ("vouched", Vouching(vouching));
        }

        if (Known(change) is { } known)
        {
            yield return ("known", known);
        }

        if (change.IsOlder is var (signed, since))
        {
            yield return ("older", $"it was signed on {Day(signed)}, and what is pinned on {Day(since)}");
        }

        foreach (var note in Manifest(package, change))
        {
            yield return ("manifest", note);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Whoever is new may have said so.
    private static IEnumerable<string> Manifest(CheckedPackage package, Change change) =>
        change.Rule.AsksWho && change.Verdict >= VerdictKind.Review ? package.Notes.Select(PublisherWords.Note) : [];

    private static string Since(CheckedPackage package, Change change) =>
        package.Verdict.Pin is { } pin && change.Rule.Reference == Rule.Pinned ? $" (since {pin.Since})" : "";

    internal static string? Known(Change change) => (change.KnownSince, change.Kind) switch
    {
        (null, _) => null,
        ({ } since, _) when !change.Rule.AsksWho => $"the author is pinned without a repository signature since {since}",
        ({ } since, EvidenceKind.Author) => $"the author is the one who is pinned since {since}",
        ({ } since, _) => $"the owners are those who are pinned since {since}",
    };

    internal static string Vouching(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Provenance => "the build provenance is unchanged",
        EvidenceKind.Author => "the author signature is unchanged",
        EvidenceKind.Repository => "the repository and its owners are unchanged",
        EvidenceKind.Claim => throw new System.Diagnostics.UnreachableException("a claim never vouches"),
    };
}
