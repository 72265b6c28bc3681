using System.Text;
using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;
using InstallGuard.Text;

namespace InstallGuard.Reports;

/// <summary>
/// What is said about one package: severity, code, package and version, what was pinned, what is there now, what to do.
/// The same text from the plugin, the command line and the gate.
/// </summary>
// error IG1032: Autofac 4.9.4: none of the pinned owners owns the package any more
//      pinned: repository nuget.org, owners alexmg, nblumhardt, tillig (since 4.8.1)
//         now: repository nuget.org, owners Autofac
//     usually: the package moved to the project's own account, or was handed to somebody else
//        help: …
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
    /// <param name="isTried">Whether it is an update that nobody has made yet.</param>
    public static string Text(CheckedPackage package, bool isTried = false)
    {
        var text = new StringBuilder();
        foreach (var change in Shown(package))
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            Write(text, package, change, isTried);
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
            + $"{change.Rule.Reference}: {Visible.Line(change.Pinned)}{Since(package, change)}; now: {Visible.Line(change.Seen)}"
            + (Help(package, change) is { } help ? $"; help: {help}" : "")));

    /// <summary>The changes that are shown: all that ask for a person, or else all of the gravest verdict, and what must be known beside them.</summary>
    public static IEnumerable<Change> Shown(CheckedPackage package) => package.Verdict.Changes.Where(change =>
        change.Verdict == package.Verdict.Kind || change.Verdict >= VerdictKind.Review || change.Rule.IsAlwaysShown);

    private static void Write(StringBuilder text, CheckedPackage package, Change change, bool isTried)
    {
        var name = Visible.Text(package.Package.ToString());
        text.Append($"{Severity(package.Disposition)} {change.Rule.Code}: {name}: {Summary(package, change)}");
        MessageLine.Write(text, change.Rule.Reference, Visible.Line(change.Pinned) + Since(package, change));
        MessageLine.Write(text, "now", Visible.Line(change.Seen));
        if (change.VouchedBy is { } vouching)
        {
            MessageLine.Write(text, "vouched", Vouching(vouching));
        }

        if (Known(change) is { } known)
        {
            MessageLine.Write(text, "known", known);
        }

        if (change.Predates is var (signed, since))
        {
            MessageLine.Write(text, "older", $"it was signed on {signed:yyyy-MM-dd}, and what is pinned on {since:yyyy-MM-dd}");
        }

        MessageLine.Write(text, "usually", change.Rule.Usually);
        if (Help(package, change, isTried) is { } help)
        {
            MessageLine.Write(text, "help", help);
        }
    }

    internal static string Summary(CheckedPackage package, Change change) =>
        (package.Verdict.Kind, package.Disposition) switch
        {
            (VerdictKind.FirstUse, Disposition.Block) => "has no pin, and the lock may not be changed here",
            _ => change.Rule.Summary,
        };

    internal static string? Help(CheckedPackage package, Change change, bool isTried = false)
    {
        var (id, version) = (Visible.Text(package.Package.Id.Text), package.Package.Version.Text);
        return (change.Verdict, package.Disposition, change.Rule.Next) switch
        {
            (VerdictKind.FirstUse, Disposition.Block, _) => LockedFirstUse.Help(package),
            (_, _, NextStep.None) => null,
            (_, _, NextStep.AcceptOrStay) when isTried && change.Verdict > VerdictKind.Notice =>
                "find out whether it is meant before you make the update: its restore stops here until it is accepted",
            (VerdictKind.Notice, _, NextStep.AskWhoPacked) => "nothing to do if you packed it again; if nobody did, find out who changed the folder",
            (VerdictKind.Notice, _, _) when change.KnownSince is not null || (package.Verdict.Kind == VerdictKind.Notice && PinUpdate.Noted(package.Package, package.Verdict) is null) => "nothing to do",
            (VerdictKind.Notice, _, _) or (_, _, NextStep.ReviewLock) =>
                "nothing to do now; unless restores are locked, the lock file notes it for review",
            (_, _, NextStep.AcceptOrStay) =>
                $"stay on the earlier version, or if this was expected run `installguard accept {id} --version {version} --reason \"…\"` and commit the lock file",
            (_, _, NextStep.AskWhoPacked) =>
                $"if you packed it again, run `installguard accept {id} --version {version} --reason \"…\"`, or give each package a version of its own; if nobody did, find out who changed the folder",
            (_, _, NextStep.FetchAgain) =>
                $"do not use this file; clear the HTTP cache (`dotnet nuget locals http-cache --clear`) and restore again from the package's own repository; this cannot be accepted",
            (_, _, NextStep.InstallAgain) =>
                "delete the folder of this version of the package and restore again; this cannot be accepted",
            (_, _, NextStep.NameFeed) =>
                $"restore it from the pinned feed (`packageSourceMapping` in nuget.config says which feed answers for which names); if that feed itself has moved, run `installguard move-feed {FeedMoveArguments(package)} --reason \"…\"` for all packages from there, and commit the lock file; `installguard accept` cannot accept it",
            (_, _, NextStep.RestoreLock) =>
                $"take the edit of installguard.lock.json back; if a change of publisher is meant by it, restore again, and accept what is shown then",
            (_, _, NextStep.Retry) => "put right what is named above and restore again; nothing was recorded",
            (_, _, NextStep.MendFile) => "mend the file and restore again; nothing was recorded",
        };
    }

    private static string FeedMoveArguments(CheckedPackage package) =>
        $"{Argument(package.Verdict.Pin?.Identity.Feed)} {Argument((package.Look as Look.Seen)?.From)}";

    private static string Argument(FeedIdentity? feed) => feed is null ? "<feed>" : Visible.Text(Quoted.Address(feed.Text));

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
