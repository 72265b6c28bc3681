using InstallGuard.Decisions;
using InstallGuard.Identity;
using InstallGuard.Text;

namespace InstallGuard.Reports;

/// <summary>
/// What stopped a restore, or another command, as a whole: not the verdict on a package, but why there is none. Every case
/// there is has its factory here; <see cref="RestoreMessage"/> words it.
/// </summary>
public sealed class RestoreProblem
{
    private const string NothingRecorded = "nothing was recorded";

    private const string Files = "something that is not there yet, may not be read or written, or is held by another program";

    private const string Outage = "an outage, or a proxy in between";

    private const string Credentials = "credentials that are missing or have expired, or a credential provider that is not installed";

    private const string Unguarded = "the restore could not be guarded";

    private const string Unfinished = "the command could not be finished";

    private const string RestoreAgain = "put right what is named above and restore again";

    private const string RunAgain = "put right what is named above and run the command again";

    private const int MostNames = 3;

    private RestoreProblem(Rule rule, string because, string help, Package? package = null, string? summary = null, string? usually = null) =>
        (Rule, Summary, Because, Usually, Help, Package) = (rule, summary ?? rule.Summary, because, usually ?? rule.Usually, help, package);

    // What was found is the cause itself: a guess behind it would lead away from it.
    private RestoreProblem(string summary, string because, string help) =>
        (Rule, Summary, Because, Help) = (RuleCatalog.Undetermined, summary, because, help);

    /// <summary>The rule, with its code.</summary>
    public Rule Rule { get; }

    /// <summary>What happened, in one line, lower case, no full stop.</summary>
    public string Summary { get; }

    /// <summary>The package that it came up with; null where it concerns all.</summary>
    public Package? Package { get; }

    /// <summary>What exactly was found. It may quote anybody's text.</summary>
    public string Because { get; }

    /// <summary>What it usually is, so that nobody has to guess; null where <see cref="Because"/> says what it is.</summary>
    public string? Usually { get; }

    /// <summary>What to do next.</summary>
    public string Help { get; }

    /// <summary>The lock file cannot be read.</summary>
    /// <param name="because">The file, the position and what is wrong there.</param>
    /// <param name="package">The package that had to be compared with it.</param>
    public static RestoreProblem LockUnreadable(string because, Package? package = null) =>
        new(RuleCatalog.LockUnreadable, because, $"in a merge with a conflict run `installguard merge`, which writes the pins of both sides; otherwise mend the file there, or use an InstallGuard that knows its format; then restore again; {NothingRecorded}", package);

    /// <summary>A file, or the ledger, kept InstallGuard from guarding the restore.</summary>
    public static RestoreProblem NotGuarded(string because) => new(
        RuleCatalog.Undetermined,
        because,
        RestoreAgain,
        summary: Unguarded,
        usually: Files);

    /// <summary>Something that is known kept InstallGuard from guarding the restore.</summary>
    /// <param name="because">What it is.</param>
    public static RestoreProblem NotGuardedForCause(string because) => new(Unguarded, because, RestoreAgain);

    /// <summary>A variable or a property of InstallGuard's own holds something that it cannot.</summary>
    /// <param name="because">Which, what it holds, and what it may.</param>
    public static RestoreProblem SettingInvalid(string because) => new(
        RuleCatalog.Undetermined,
        because,
        "set it to what it may hold, or leave it out, and restore again",
        summary: Unguarded,
        usually: "a typing error in a variable or in a property of a build file");

    /// <summary>Something that is known kept a command from finding out what it was asked for.</summary>
    /// <param name="because">What it is.</param>
    public static RestoreProblem CommandFailedForCause(string because) => new(Unfinished, because, RunAgain);

    /// <summary>A source did not answer a command.</summary>
    public static RestoreProblem CommandUnanswered(string because) => new(
        RuleCatalog.Undetermined, because, "run the command again when it answers", summary: Unfinished, usually: Outage);

    /// <summary>A source wants credentials for what a command asks for, or others than it got.</summary>
    public static RestoreProblem CommandUnauthorized(string because) => new(
        RuleCatalog.Undetermined, because, "put credentials for it into the NuGet configuration, or install its credential provider, and run the command again", summary: Unfinished, usually: Credentials);

    /// <summary>No source has the version that a command was asked about.</summary>
    /// <param name="because">The version, and the sources.</param>
    public static RestoreProblem VersionNotFound(string because) => new(
        RuleCatalog.Undetermined,
        because,
        "name a version that is there, or a source that has it in the NuGet configuration",
        summary: Unfinished,
        usually: "a typing error in the name or the version, or a source that is missing from the NuGet configuration");

    /// <summary>A file, or the ledger, kept a command from finding out what it was asked for.</summary>
    public static RestoreProblem CommandFailed(string because) => new(
        RuleCatalog.Undetermined,
        because,
        RunAgain,
        summary: Unfinished,
        usually: Files);

    /// <summary>A file that was to be looked at could not be.</summary>
    public static RestoreProblem FileUnreadable(string because) =>
        new(RuleCatalog.Undetermined, because, RunAgain, usually: Files);

    /// <summary>A source did not answer, or not as a source does.</summary>
    public static RestoreProblem SourceFailed(string because) => new(
        RuleCatalog.Undetermined,
        because,
        $"restore again when it answers; {NothingRecorded}",
        summary: "a source did not answer",
        usually: Outage);

    /// <summary>A source wants credentials, or others than it got.</summary>
    /// <param name="because">The source, and what it answered.</param>
    /// <param name="providers">The credential providers that were there to be asked.</param>
    public static RestoreProblem CredentialsWanted(string because, IReadOnlyCollection<string> providers) => new(
        RuleCatalog.Undetermined,
        $"{because}; {(providers.Count == 0 ? "no credential provider was found" : $"credential providers that could be asked: {string.Join(", ", providers)}")}",
        $"put credentials for it into the NuGet configuration, or install its credential provider; `installguard doctor` lists those that NuGet finds; {NothingRecorded}",
        summary: "a source wants credentials",
        usually: Credentials);

    /// <summary>dotnet restore ended with an error of its own, which stands above.</summary>
    public static RestoreProblem RestoreFailed(int exitCode) =>
        new(RuleCatalog.RestoreFailed, $"it ended with exit code {exitCode}", $"put right what it says above and restore again; {NothingRecorded}");

    /// <summary>The plugin's file is not where it belongs.</summary>
    public static RestoreProblem PluginMissing(string path) => new(
        RuleCatalog.PluginNotAsked,
        $"the plugin is missing: {Quoted.Address(path)}",
        "install InstallGuard again",
        summary: "the restore was not begun",
        usually: "an installation that was interrupted");

    /// <summary>The restore is at its end and had no beginning under guard.</summary>
    public static RestoreProblem BegunUnguarded() =>
        new(RuleCatalog.PluginNotAsked, "the target InstallGuardBeginRestore did not run before it", "run `installguard doctor`, which says why, and restore again");

    /// <summary>A package was downloaded and extracted, and nobody asked the plugin.</summary>
    /// <param name="package">The package.</param>
    /// <param name="source">Where it was downloaded from.</param>
    /// <param name="others">Others that the same became of.</param>
    public static RestoreProblem ExtractedUnseen(Package package, string source, IReadOnlyCollection<Package>? others = null) => new(
        RuleCatalog.PluginNotAsked,
        $"it was downloaded from {Quoted.Address(source)} and extracted unseen{(others is { Count: > 0 } ? $"; so {(others.Count == 1 ? "was" : "were")} {Some(others)}" : "")}",
        "run `installguard doctor`, which says why, and restore again",
        package);

    /// <summary>The restore installs a package without having asked for it, or to another place than InstallGuard does.</summary>
    /// <param name="package">The package.</param>
    /// <param name="places">Where the restore installs to, and where InstallGuard; null when it is the same place.</param>
    public static RestoreProblem Bypassed(Package package, (string Restore, string InstallGuard)? places) => new(
        RuleCatalog.NotReached,
        places is var (theirs, ours) ? $"the restore installs to {Quoted.Address(theirs)}, and InstallGuard to {Quoted.Address(ours)}" : "the restore installs it without having asked for it",
        places is null ? "restore with the newest InstallGuard; if that does not help, please report it" : "restore such projects one at a time",
        package,
        usually: places is null ? "a kind of restore that this version does not know" : null);

    /// <summary>The program that restores is none that InstallGuard can stand in.</summary>
    public static RestoreProblem NotGuardable() => new(
        RuleCatalog.NotGuardable,
        "InstallGuard needs the .NET 10 SDK or a later one, and `dotnet restore`",
        "run `dotnet restore` before this build, and build with `-p:Restore=false` or `--no-restore`");

    /// <summary>The same of `dotnet package add`, which restores for itself.</summary>
    public static RestoreProblem AddNotGuardable() => new(
        RuleCatalog.NotGuardable,
        "InstallGuard needs the .NET 10 SDK or a later one",
        "use `dotnet package add --no-restore`, then restore with that SDK",
        summary: "this command cannot be guarded");

    /// <summary>A restore or build with the property that says that nothing is restored or built.</summary>
    public static RestoreProblem OnlyLooks() => new(
        RuleCatalog.NotGuardable,
        "ExcludeRestorePackageImports is set, with which NuGet looks at projects and nothing is restored or built",
        "leave that property out; an MSBuild task hands it on to other projects unless its RemoveProperties name it",
        summary: "this run cannot be guarded",
        usually: "a property of NuGet's own that a build file or a command line has taken over");

    /// <summary>A file that every restore of a guarded repository needs is not there.</summary>
    /// <param name="name">The file.</param>
    public static RestoreProblem FileMissing(string name) => new(
        RuleCatalog.NotGuardable,
        $"{Visible.Text(name)} is missing",
        "a restore needs Directory.Build.targets, Directory.Solution.targets, InstallGuard.targets, global.json and installguard.lock.json; in a Dockerfile copy all of them before the restore",
        summary: "this run cannot be guarded",
        usually: "a Dockerfile that copies some files, restores, and copies the others afterwards");

    /// <summary>A `dotnet package add` of a name that nobody has: whoever takes it next would be let in by a project that asks for it.</summary>
    /// <param name="id">The package.</param>
    /// <param name="sources">The sources that were asked, and answered.</param>
    /// <param name="known">The packages that the lock has pins of, for a name that is not quite one of them.</param>
    public static RestoreProblem NoSuchPackage(PackageId id, IReadOnlyCollection<string> sources, IEnumerable<PackageId> known) => new(
        RuleCatalog.Undetermined,
        sources.Count == 0 ? "the NuGet configuration has no source for it" : $"none of these has it: {string.Join(", ", sources.Select(Quoted.Address))}",
        $"write the name as its publisher does, or name the source that has it in the NuGet configuration; the project is as it was{Spelling.Question(id.Text, known.Select(one => one.Text))}",
        summary: $"no source has a package {Visible.Text(id.Text)}",
        usually: "a typing error in the name, or a source that is missing from the NuGet configuration");

    /// <summary>A `dotnet package add` of a package that has no version which it would take by itself.</summary>
    /// <param name="id">The package.</param>
    public static RestoreProblem NoListedVersion(PackageId id) => new(
        RuleCatalog.Undetermined,
        "the sources have it, and list no version that is taken without being asked for",
        "name one with `--version`, or take prereleases with `--prerelease`; the project is as it was",
        summary: $"there is no version of {Visible.Text(id.Text)} to add",
        usually: "a package that has prereleases only, or whose publisher has hidden its versions");

    /// <summary>A `dotnet package add` that says something unknown, or of a package that a source did not answer about.</summary>
    public static RestoreProblem AddUnclear(string because) => new(
        RuleCatalog.Undetermined,
        because,
        "use `dotnet package add --no-restore`, then `dotnet restore`",
        summary: "this command could not be guarded",
        usually: "an option that this version does not know, or a source that did not answer");

    /// <summary>A project is built, and its packages are not the ones that were checked.</summary>
    public static RestoreProblem NotChecked() =>
        new(RuleCatalog.NotChecked, "its assets file is not the one of a checked restore", "run `dotnet restore` for this project");

    /// <summary>A project is built, and the lock says something else about its packages than the one that they were checked against.</summary>
    /// <param name="lockPath">The lock.</param>
    public static RestoreProblem CheckedAgainstAnotherLock(string lockPath) => new(
        RuleCatalog.NotChecked,
        $"{Quoted.Address(lockPath)} says something else about them than it did when they were restored, or is not there any more",
        "run `dotnet restore` for this project; in a Dockerfile copy the lock file before the restore, together with InstallGuard.targets",
        summary: "the packages of this project were checked against another lock",
        usually: "a lock that was merged or accepted into since the restore, or a layer of a container that was restored without it");

    /// <summary>A project is built, and in the place of one of its packages lies another.</summary>
    /// <param name="folder">Where it lies.</param>
    public static RestoreProblem OtherInstallation(string folder) => new(
        RuleCatalog.NotChecked,
        $"in {folder} lies another installation of the package than the one that was checked",
        "run `dotnet restore` for this project; if this is said again, delete that folder and restore",
        summary: "a package of this project is not the one that was checked",
        usually: "a restore of another project that installed the package anew, by an IDE or without InstallGuard");

    /// <summary>A project is built that takes props and targets of its packages from a folder that they do not lie in.</summary>
    /// <param name="folder">The folder.</param>
    public static RestoreProblem OtherPackagesFolder(string folder) => new(
        RuleCatalog.NotChecked,
        $"NuGetPackageRoot is {Quoted.Address(folder)}, where none of its packages was restored to",
        "leave NuGetPackageRoot to NuGet, and name another packages folder with RestorePackagesPath or NUGET_PACKAGES",
        summary: "this project would import its packages from a folder that was not checked",
        usually: "a property that was set for another build system, or by hand");

    /// <summary>A project is built, and one of its packages is not there.</summary>
    /// <param name="folder">Where it was.</param>
    public static RestoreProblem InstallationGone(string folder) => new(
        RuleCatalog.NotChecked,
        $"there is no package in {folder}, where one was checked",
        "run `dotnet restore` for this project, on the machine and with the packages folder that it is built with",
        summary: "a package of this project is not where it was checked",
        usually: "a packages folder that was cleared, or a build on another machine than the restore, or with another `NUGET_PACKAGES`");

    /// <summary>A project is built with an MSBuild SDK that its restore did not import.</summary>
    /// <param name="folder">Where the SDK lies.</param>
    public static RestoreProblem SdkNotChecked(string folder) => new(
        RuleCatalog.NotChecked,
        $"it imports an MSBuild SDK that its restore did not import, from {Quoted.Address(folder)}",
        "restore with the properties that you build with; an SDK that is imported in a build must be imported in its restore too",
        summary: "an MSBuild SDK of this build was not checked",
        usually: "a condition on a property that only the build has, or a restore that named another version of the SDK");

    private static string Some(IReadOnlyCollection<Package> packages) =>
        string.Join(", ", packages.Take(MostNames)) + (packages.Count > MostNames ? $" and {packages.Count - MostNames} more" : "");
}
