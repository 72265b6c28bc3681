using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>What a person reads where a restore as a whole was stopped: fixtures/restore-messages, one file for each case.</summary>
[TestClass]
public sealed class RestoreMessageTests
{
    private const string Plugin = "/work/tools/InstallGuard.Plugin.dll";

    public static IReadOnlyList<(string Name, RestoreProblem Problem)> All { get; } =
    [
        ("lock-unreadable", RestoreProblem.LockUnreadable(Unreadable("""{"lockVersion": 1, "lockVersion": 1}"""))),
        ("lock-unreadable-for-a-package", RestoreProblem.LockUnreadable(Unreadable("<<<<<<< HEAD"), Package())),
        ("not-guarded", RestoreProblem.NotGuarded("the ledger /work/home/ledger.db cannot be used: database is locked")),
        ("not-guarded-for-cause", RestoreProblem.NotGuardedForCause("this process has restored under another lock or other settings; run `dotnet build-server shutdown`, and restore again")),
        ("setting-invalid", RestoreProblem.SettingInvalid("INSTALLGUARD_LOCKED is \"yes\"; it must be true or false")),
        ("command-failed-for-cause", RestoreProblem.CommandFailedForCause("app.csproj has not been restored, or what was restored was blocked and taken away; restore it first")),
        ("command-unanswered", RestoreProblem.CommandUnanswered("https://feed.example/index.json: answered 503 (ServiceUnavailable)")),
        ("command-unauthorized", RestoreProblem.CommandUnauthorized("https://feed.example/index.json: answered 401 (unauthorized)")),
        ("version-not-found", RestoreProblem.VersionNotFound("Contoso.Json 99.0.0 is in none of the sources: https://feed.example/index.json")),
        ("command-failed", RestoreProblem.CommandFailed("Access to the path '/work/app/installguard.lock.json' is denied.")),
        ("file-unreadable", RestoreProblem.FileUnreadable("contoso.json.2.0.0.nupkg: permission denied")),
        ("source-failed", RestoreProblem.SourceFailed("https://feed.example/index.json: 503 (Service Unavailable)")),
        ("credentials-wanted", RestoreProblem.CredentialsWanted("https://feed.example/index.json: answered 401 (unauthorized)", ["CredentialProvider.Contoso", "nuget-plugin-contoso"])),
        ("credentials-wanted-of-nobody", RestoreProblem.CredentialsWanted("https://feed.example/index.json: answered 401 (unauthorized)", [])),
        ("restore-failed", RestoreProblem.RestoreFailed(1)),
        ("plugin-missing", RestoreProblem.PluginMissing(Plugin)),
        ("begun-unguarded", RestoreProblem.BegunUnguarded()),
        ("extracted-unseen", RestoreProblem.ExtractedUnseen(Package(), "https://feed.example/index.json")),
        ("extracted-unseen-with-others", RestoreProblem.ExtractedUnseen(Package(), "https://feed.example/index.json", [Package("Contoso.Text"), Package("Contoso.Xml")])),
        ("bypassed", RestoreProblem.Bypassed(Package(), null)),
        ("bypassed-to-another-folder", RestoreProblem.Bypassed(Package(), ("/work/app/packages", "/work/home/packages"))),
        ("not-guardable", RestoreProblem.NotGuardable()),
        ("only-looks", RestoreProblem.OnlyLooks()),
        ("add-not-guardable", RestoreProblem.AddNotGuardable()),
        ("file-missing", RestoreProblem.FileMissing("global.json")),
        ("add-unclear", RestoreProblem.AddUnclear("`dotnet package add` has no option --unknown")),
        ("no-such-package", RestoreProblem.NoSuchPackage(PackageId.Parse("Contoso.Jsn"), ["https://feed.example/index.json", "local folder"], [PackageId.Parse("Contoso.Json"), PackageId.Parse("Contoso.Xml")])),
        ("no-such-package-and-no-source", RestoreProblem.NoSuchPackage(PackageId.Parse("Contoso.Jsn"), [], [])),
        ("no-listed-version", RestoreProblem.NoListedVersion(PackageId.Parse("Contoso.Json"))),
        ("not-checked", RestoreProblem.NotChecked()),
        ("checked-against-another-lock", RestoreProblem.CheckedAgainstAnotherLock("/work/app/installguard.lock.json")),
        ("other-installation", RestoreProblem.OtherInstallation("/work/home/packages/contoso.json/1.0.0")),
        ("installation-gone", RestoreProblem.InstallationGone("/work/home/packages/contoso.json/1.0.0")),
        ("other-packages-folder", RestoreProblem.OtherPackagesFolder("/work/app/packages/")),
        ("sdk-not-checked", RestoreProblem.SdkNotChecked("/work/home/packages/contoso.build/2.0.0")),
        ("hidden-characters", RestoreProblem.SourceFailed("feed\u202e\u001b[2J\r\nerror IG0000: forged")),
    ];

    public static IEnumerable<object[]> Names => All.Select(message => new object[] { message.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Message_reads_as_expected(string name) =>
        Snapshot.Matches(RestoreMessage.Text(Of(name)), Fixtures.Path("restore-messages", name + ".txt"));

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Message_as_json_reads_as_expected(string name) =>
        Snapshot.Matches(DecisionReport.Json(Of(name)), Fixtures.Path("restore-messages", name + ".json"));

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Message_in_one_line_says_the_same(string name)
    {
        var (problem, line) = (Of(name), RestoreMessage.Line(Of(name)));

        Assert.IsFalse(line.Any(char.IsControl), line);
        Assert.Contains($"{problem.Summary}: {Visible.Text(problem.Because)}{(problem.Usually is null ? "" : $"; usually: {problem.Usually}")}; help: {problem.Help}", line);
        Assert.AreEqual(problem.Package is not null, line.StartsWith("Contoso.Json 2.0.0: ", StringComparison.Ordinal), line);
    }

    [TestMethod]
    public void Every_file_belongs_to_a_message() => CollectionAssert.AreEquivalent(
        All.SelectMany(message => new[] { message.Name + ".txt", message.Name + ".json" }).ToList(),
        Directory.EnumerateFiles(Fixtures.Path("restore-messages")).Select(Path.GetFileName).ToList());

    [TestMethod]
    public void Every_case_has_its_message()
    {
        var cases = typeof(RestoreProblem).GetMethods().Where(method => method.ReturnType == typeof(RestoreProblem)).Select(method => method.Name);
        var worded = All.Select(message => string.Concat(message.Name.Split('-'))).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.AreEqual("", string.Join(' ', cases.Where(one => !worded.Contains(one))));
    }

    [TestMethod]
    [DataRow("InstallGuard.Sdk/Sdk/Sdk.targets", "not-guardable")]
    [DataRow("InstallGuard.Sdk/Sdk/InstallGuard.PackageAdd.targets", "add-not-guardable")]
    [DataRow("InstallGuard.Cli/Initializing/InstallGuard.targets", "only-looks")]
    public void Targets_that_run_where_no_task_of_ours_can_say_the_same(string file, string name)
    {
        var targets = File.ReadAllText(Path.Combine(Fixtures.Root, "src", file));

        Assert.Contains($"Code=\"{Of(name).Rule.Code}\" Text=\"{RestoreMessage.Line(Of(name))}\"", targets);
    }

    private static string Unreadable(string text)
    {
        var problem = Assert.Throws<LockFormatException>(() => LockReader.Read(System.Text.Encoding.UTF8.GetBytes(text)));
        return new LockFormatException("/work/app/installguard.lock.json", problem).Message;
    }

    private static RestoreProblem Of(string name) => All.Single(message => message.Name == name).Problem;
}
