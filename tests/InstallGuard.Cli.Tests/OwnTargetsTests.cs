using System.Diagnostics;
using InstallGuard.Cli.Diagnosing;
using InstallGuard.Cli.Initializing;
using InstallGuard.Reports;

namespace InstallGuard.Cli;

/// <summary>Which package the InstallGuard.targets of a repository imports: the one that global.json pins, whatever else stands there.</summary>
[TestClass]
public sealed class OwnTargetsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("installguard-cli-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [TestMethod]
    [DataRow("""{ "msbuild-sdks": { "InstallGuard.Sdk": "1.2.3" } }""")]
    [DataRow("{ \"msbuild-sdks\": {\n  \"Other.Sdk\" : \"9.9.9\",\n  \"InstallGuard.Sdk\"\t:\n    \"1.2.3\" } }")]
    [DataRow("""{ "msbuild-sdks": { "installguard.sdk": "1.2.3" } }""")]
    [DataRow("{ \"msbuild-sdks\": { \"Install\u00adGuard.Sdk\": \"../../../repo/decoy\", \"InstallGuard.Sdk\": \"1.2.3\" } }", DisplayName = "a soft hyphen")]
    [DataRow("{ \"msbuild-sdks\": { \"InstallGuard\u200b.Sdk\": \"9.9.9\", \"InstallGuard.Sdk\": \"1.2.3\" } }", DisplayName = "a space of no width")]
    public async Task Pinned_version_is_imported(string globalJson) => Assert.AreEqual("pinned", await ImportedAsync(globalJson));

    // It is then imported as any MSBuild SDK is, which fails here, where no source has it.
    [TestMethod]
    [DataRow("""{ "msbuild-sdks": { "InstallGuard.Sdk": "../../../repo/decoy" } }""")]
    [DataRow("""{ "msbuild-sdks": { "InstallGuard.Sdk": "..\\..\\..\\repo\\decoy" } }""")]
    [DataRow("""{ "msbuild-sdks": {} }""")]
    public async Task Nothing_but_a_version_of_the_package_is_imported_from_the_packages_folder(string globalJson) =>
        Assert.AreEqual("", await ImportedAsync(globalJson));

    [TestMethod]
    [DataRow("InstallGuard.targets")]
    [DataRow("global.json")]
    public async Task Restore_without_a_file_that_it_needs_stops_and_names_it(string missing)
    {
        Write("repo/nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        Write("repo/Directory.Build.targets", TargetsFile.New);
        foreach (var (file, text) in ((string, string)[])[("InstallGuard.targets", OwnTargets.Text), ("global.json", GlobalJson.New("1.2.3"))])
        {
            if (file != missing)
            {
                Write($"repo/{file}", text);
            }
        }

        Write("repo/app/app.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>netstandard2.0</TargetFramework><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences></PropertyGroup></Project>");

        var (code, output) = await DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, code, output);
        var problem = RestoreProblem.FileMissing(missing);
        Assert.Contains($"error {problem.Rule.Code}: {problem.Summary}: {problem.Because}; help: {problem.Help}", output);
        Assert.IsFalse(File.Exists(Path.Combine(_root, "repo", "app", "obj", "project.assets.json")), output);
    }

    [TestMethod]
    [DataRow("/work/packages/installguard.sdk/1.2.3/tools", true)]
    [DataRow("/work/tools/InstallGuard.Sdk/1.2.3/tools/linux-x64", true)]
    [DataRow("/work/packages/installguard.sdk/1.2.2/tools", false)]
    [DataRow("/work/packages/other.sdk/1.2.3/tools", false)]
    [DataRow("/work/installguard.sdk/1.2.3", false)]
    [DataRow("/tools", false)]
    public void Folder_belongs_to_the_pinned_version_or_not(string folder, bool belongs)
    {
        Assert.AreEqual(belongs, PackageFolders.IsOf(folder, "1.2.3"));
        Assert.IsFalse(PackageFolders.IsOf(folder, null));
    }

    private async Task<string> ImportedAsync(string globalJson)
    {
        Write("packages/installguard.sdk/1.2.3/.nupkg.metadata", "{}");
        Write("packages/installguard.sdk/1.2.3/Sdk/Sdk.targets", "<Project><PropertyGroup><Imported>pinned</Imported></PropertyGroup></Project>");
        Write("repo/decoy/.nupkg.metadata", "{}");
        Write("repo/decoy/Sdk/Sdk.targets", "<Project><PropertyGroup><Imported>decoy</Imported></PropertyGroup></Project>");
        Write("repo/nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        Write("repo/global.json", globalJson);
        Write("repo/InstallGuard.targets", OwnTargets.Text);

        // A property of the repository does not say where packages are.
        Write("repo/app.proj", "<Project><PropertyGroup><NUGET_PACKAGES>$(MSBuildThisFileDirectory)</NUGET_PACKAGES></PropertyGroup><Import Project=\"InstallGuard.targets\" /></Project>");

        return (await DotNetAsync("msbuild", "app.proj", "-nologo", "-getProperty:Imported")).Output.Trim();
    }

    private async Task<(int Code, string Output)> DotNetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = Path.Combine(_root, "repo"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_root, "packages");
        using var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
