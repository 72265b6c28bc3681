using InstallGuard.Cli.Diagnosing;
using InstallGuard.Cli.Initializing;

namespace InstallGuard.Cli;

/// <summary>What MSBuild said about who imports InstallGuard.Sdk, and what the doctor makes of it.</summary>
[TestClass]
public sealed class ImportsTests
{
    private const string Good = "InstallGuard imported by /repo/a/a.csproj|/packages/installguard.sdk/1.2.3/tools/InstallGuard.Sdk.dll|||";
    private const string BadXml = "/repo/t/t.csproj(1,1): error MSB4025: The project file could not be loaded.";
    private const string End = "InstallGuard has asked all of them";
    private static readonly string[] Both = ["/repo/a/a.csproj", "/repo/t/t.csproj"];

    [TestMethod]
    public void One_broken_project_does_not_silence_the_others()
    {
        var known = (Imports.Known)Imports.Read(Both, [BadXml, Good, End], 1);

        Assert.AreEqual("/repo/a/a.csproj", known.By.Keys.Single());
        Assert.AreEqual("(1,1): error MSB4025: The project file could not be loaded.", known.Broken["/repo/t/t.csproj"]);
        var finding = ImportFindings.Of("/repo", Both, known, "1.2.3").Single();
        Assert.AreEqual(Diagnosis.Broken, finding.Diagnosis);
        Assert.Contains("t/t.csproj cannot be read", finding.What);
        Assert.Contains("--exclude", finding.Fix!);
    }

    [TestMethod]
    public void Error_in_a_file_that_is_imported_is_the_projects()
    {
        var known = (Imports.Known)Imports.Read(Both, [Good, "/repo/t/Directory.Build.targets(1,10): error MSB4019: not found [/repo/t/t.csproj]", End], 1);

        Assert.Contains("MSB4019", known.Broken["/repo/t/t.csproj"]);
    }

    [TestMethod]
    public void Why_an_SDK_is_not_found_is_said_too()
    {
        var answer = Imports.Read(
            ["/repo/t/t.csproj"],
            [
                "/repo/InstallGuard.targets(1,10): error : Could not resolve SDK \"InstallGuard.Sdk\".",
                "/repo/InstallGuard.targets(1,10): error :   there was no version specified in the project or global.json.",
                "/repo/InstallGuard.targets(1,40): error MSB4236: The SDK 'InstallGuard.Sdk' specified could not be found. [/repo/t/t.csproj]",
                End,
            ],
            1);

        var problem = ((Imports.Unreadable)answer).Problem;
        Assert.Contains("MSB4236", problem);
        Assert.Contains("there was no version specified", problem);
    }

    [TestMethod]
    public void One_cause_is_said_once_with_all_that_it_keeps_from_being_read()
    {
        string[] targets = [.. "abcdefg".Select(name => $"/repo/{name}/{name}.csproj")];

        // MSBuild says it once why an SDK is not found, and of each project that it is not.
        var known = (Imports.Known)Imports.Read(
            targets,
            [
                "/repo/b/b.csproj : error : Could not resolve SDK \"Contoso.Sdk\". Exactly one of the probing messages below indicates why we could not resolve the SDK.",
                "/repo/b/b.csproj : error :   SDK resolver \"Microsoft.DotNet.MSBuildWorkloadSdkResolver\" returned null.",
                "/repo/b/b.csproj : error :   Unable to find package Contoso.Sdk. No packages exist with this id in source(s): team",
                .. targets[1..].Select(target => $"{target} : error MSB4236: The SDK 'Contoso.Sdk/1.2.3' specified could not be found."),
                Good,
                End,
            ],
            1);

        var finding = ImportFindings.Of("/repo", targets, known, "1.2.3").Single();
        Assert.AreEqual(
            "b/b.csproj, c/c.csproj, d/d.csproj, e/e.csproj, f/f.csproj, g/g.csproj cannot be read, so that nobody knows whether they are guarded: "
            + "error MSB4236: The SDK 'Contoso.Sdk/1.2.3' specified could not be found. Unable to find package Contoso.Sdk. No packages exist with this id in source(s): team",
            finding.What.Replace('\\', '/'));
    }

    [TestMethod]
    public void Solution_that_hands_the_question_on_is_not_broken()
    {
        string[] targets = ["/repo/a/a.csproj", "/repo/all.slnx"];

        var known = (Imports.Known)Imports.Read(targets, ["/repo/a/a.csproj : error MSB4057: The target \"InstallGuardIdentify\" does not exist in the project. [/repo/all.slnx]", End], 1);

        Assert.IsEmpty(known.By);
        Assert.IsEmpty(known.Broken);
        Assert.HasCount(2, ImportFindings.Of("/repo", targets, known, "1.2.3").ToList());
    }

    [TestMethod]
    public void Project_that_takes_no_Directory_Build_targets_is_told_what_to_import_itself()
    {
        var root = Directory.CreateTempSubdirectory("installguard-imports-").FullName;
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, "tools", "probe")).FullName;
            var project = Path.Combine(folder, "probe.csproj");
            File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), """<Project><Import Project="../../InstallGuard.targets" /></Project>""");

            var fix = ImportFindings.Of(root, [project], (Imports.Known)Imports.Read([project, "/repo/a/a.csproj"], [Good, End], 1), "1.2.3").First().Fix!;

            Assert.Contains("ImportDirectoryBuildTargets=false", fix);
            Assert.Contains("""<Import Project="../../InstallGuard.targets" /> itself""", fix);
            Assert.DoesNotContain("does not go on", fix);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [TestMethod]
    [DataRow(Good)]
    [DataRow(BadXml)]
    [DataRow("")]
    public void MSBuild_that_did_not_get_to_its_end_has_not_answered(string line) =>
        Assert.IsInstanceOfType<Imports.Unreadable>(Imports.Read(Both, [line], 1));

    [TestMethod]
    public void None_that_can_be_read_is_no_answer() =>
        Assert.IsInstanceOfType<Imports.Unreadable>(Imports.Read(["/repo/t/t.csproj"], [BadXml, End], 1));
}
