using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Identity;
using InstallGuard.Policies;
using InstallGuard.Text;

namespace InstallGuard.Reports;

/// <summary>What to do next about a change: what leads to a decision first, then how to make it, then how to do without it.</summary>
internal static class Advice
{
    private const string ReasonToWrite = "<what you found>";

    /// <summary>In one line, safe to show; null where there is nothing to do.</summary>
    /// <param name="package">The package.</param>
    /// <param name="change">One of its changes.</param>
    /// <param name="occasion">Where it is read.</param>
    public static string? For(CheckedPackage package, Change change, Occasion occasion) => (change.Verdict, package.Disposition, change.Rule.Next) switch
    {
        (VerdictKind.FirstUse, Disposition.Block, _) => LockedFirstUse.Help(package),
        (_, _, NextStep.None) => null,
        (_, _, NextStep.AcceptOrStay) when occasion == Occasion.Trial && change.Verdict > VerdictKind.Notice =>
            "find out whether it is meant before you make the update: where the release before it is pinned, its restore stops here until it is accepted",
        (_, _, NextStep.AcceptOrStay) when occasion == Occasion.TrialHere && change.Verdict > VerdictKind.Notice =>
            "find out whether it is meant before you make the update: its restore stops here until it is accepted",
        (VerdictKind.Notice, _, NextStep.AskWhoPacked) => "nothing to do if you packed it again; if nobody did, find out who changed the folder",
        (VerdictKind.Notice, _, _) when change.KnownSince is not null || (package.Verdict.Kind == VerdictKind.Notice && PinUpdate.Noted(package.Package, package.Verdict) is null) => "nothing to do",
        (VerdictKind.Notice, _, _) or (_, _, NextStep.ReviewLock) =>
            "nothing to do now; unless restores are locked, the lock file notes it for review",
        (_, _, NextStep.AcceptOrStay) => Deciding(package, occasion),
        (_, _, NextStep.AskWhoPacked) =>
            $"if you packed it again, run `{Accepting(package)}`, or give each package a version of its own; if nobody did, find out who changed the folder",
        (_, _, NextStep.FetchAgain) when change.Remedy is null && OwnPackage.Is(package.Package.Id) => FetchingOwnAgain(package.Package),
        (_, _, NextStep.FetchAgain) => change.Remedy ??
            "do not use this file; clear the HTTP cache (`dotnet nuget locals http-cache --clear`) and restore again from the package's own repository; this cannot be accepted",
        (_, _, NextStep.InstallAgain) =>
            "delete the folder of this version of the package and restore again; this cannot be accepted",
        (_, _, NextStep.NameFeed) =>
            $"restore it from the pinned feed (`packageSourceMapping` in nuget.config says which feed answers for which names); if that feed itself has moved, run `installguard move-feed {FeedMoveArguments(package)} --reason \"{ReasonToWrite}\"` for all packages from there, and commit the lock file; `installguard accept` cannot accept it",
        (_, _, NextStep.RestoreLock) => change.Remedy ?? RestoringLock,
        (_, _, NextStep.Retry) => change.Remedy ?? Retrying,
        (_, _, NextStep.MendFile) => "mend the file and restore again; nothing was recorded",
    };

    private const string RestoringLock =
        "take the edit of installguard.lock.json back; if a change of publisher is meant by it, restore again, and accept what is shown then";

    private const string Retrying = "put right what is named above and restore again; nothing was recorded";

    // It has run by now, and what is in the packages folder is not fetched again, whatever the feed has.
    private static string FetchingOwnAgain(Package package) =>
        $"delete the folder {package.Id.Text.ToLowerInvariant()}/{package.Version.Text.ToLowerInvariant()} in the packages folder (`dotnet nuget locals global-packages --list` says where that is), clear the HTTP cache (`dotnet nuget locals http-cache --clear`) and restore again from the feed that has the pinned file; if your team packed it again, give it a version of its own (`-p:Version=…`); this cannot be accepted";

    private static string Deciding(CheckedPackage package, Occasion occasion)
    {
        var (id, version) = (Visible.Text(package.Package.Id.Text), package.Package.Version.Text);
        var first = occasion == Occasion.Explanation ? "see below where to look" : $"run `installguard explain {id}@{version}`, which says where to look";
        var stay = package.Verdict.Pin is null
            ? "if not, do without this package"
            : "if not, put the earlier version back (in the project, or in Directory.Packages.props: there you can also name a package that another one brings)";
        return $"{first}; if the change was meant, run `{Accepting(package)}` and commit the lock file; {stay}";
    }

    private static string Accepting(CheckedPackage package) =>
        $"installguard accept {Visible.Text(package.Package.Id.Text)} --version {package.Package.Version.Text} --reason \"{ReasonToWrite}\"";

    // Not the feed that answered: whoever took the name would have the command for it written out.
    private static string FeedMoveArguments(CheckedPackage package) =>
        $"{(package.Verdict.Pin?.Identity.Feed is { } feed ? Visible.Text(Quoted.Address(feed.Text)) : "<feed>")} <its new address>";
}
