using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Feeds;

/// <summary>All the ways in which projects ask for packages.</summary>
[TestClass]
public sealed class ProjectShapeTests
{
    private static readonly string Framework = $"net{Environment.Version.Major}.0";

    [TestMethod]
    public async Task Package_that_is_only_downloaded_is_guarded()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Pack", "1.0.0"), Given.PackageOfAnother("Contoso.Pack", "2.0.0"));
        Write(scene, """<PackageDownload Include="Contoso.Pack" Version="[1.0.0]" />""");
        _ = (await scene.RestoreAsync()).EndsWith(0, "Contoso.Pack 1.0.0");
        scene.Has("Contoso.Pack", "1.0.0");
        var before = scene.Lock;
        Write(scene, """<PackageDownload Include="Contoso.Pack" Version="[1.0.0];[2.0.0]" />""");

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(3, "IG1020", "Contoso.Pack 2.0.0").Without("A task was canceled");
        scene.HasNothingOf("Contoso.Pack", "2.0.0");
        Assert.AreEqual(before, scene.Lock);
    }

    [TestMethod]
    public async Task Project_with_a_packages_folder_of_its_own_is_guarded()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"), Given.PackageOfAnother("Contoso.Json", "2.0.0"));
        Write(scene, """<PackageReference Include="Contoso.Json" Version="1.0.0" />""", "<RestorePackagesPath>mine</RestorePackagesPath>");
        scene.Sandbox.SetVariable("NUGET_PACKAGES", null);

        _ = (await scene.RestoreAsync()).EndsWith(0, "Contoso.Json 1.0.0");

        var mine = Path.Combine(scene.Folder, "mine", "contoso.json");
        Assert.Contains(".nupkg.metadata", Sandbox.FilesBelow(Path.Combine(mine, "1.0.0")));
        var before = scene.Lock;
        Write(scene, """<PackageReference Include="Contoso.Json" Version="2.0.0" />""", "<RestorePackagesPath>mine</RestorePackagesPath>");

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(3, "IG1020", "Contoso.Json 2.0.0");
        Assert.IsEmpty(Sandbox.FilesBelow(Path.Combine(mine, "2.0.0")));
        Assert.AreEqual(before, scene.Lock);
    }

    [TestMethod]
    public async Task Projects_of_one_solution_with_different_packages_folders_fail_closed_or_are_guarded()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"), Given.PackageOfAnother("Contoso.Json", "2.0.0"));
        scene.Sandbox.SetVariable("NUGET_PACKAGES", null);
        foreach (var name in (string[])["one", "two"])
        {
            _ = scene.Sandbox.WriteFile($"{name}/{name}.csproj", Project(
                """<PackageReference Include="Contoso.Json" Version="1.0.0" />""", $"<RestorePackagesPath>mine-{name}</RestorePackagesPath>"));
        }

        var solution = scene.Sandbox.WriteFile("all.slnx", """<Solution><Project Path="one/one.csproj" /><Project Path="two/two.csproj" /></Solution>""");

        var result = await scene.GuardAsync(Guarded.Installed, scene.Sandbox.Work, ["restore", solution]);

        // Whichever it is, nothing may get past the plugin into a folder that it did not know of.
        if (result.ExitCode == 0)
        {
            _ = result.EndsWith(0, "Contoso.Json 1.0.0");
        }
        else
        {
            _ = result.EndsWith(4, "IG3004");
            Assert.AreEqual("", string.Join(" ", Sandbox.FilesBelow(Path.Combine(scene.Sandbox.Work, "one", "mine-one"))));
            Assert.AreEqual("", string.Join(" ", Sandbox.FilesBelow(Path.Combine(scene.Sandbox.Work, "two", "mine-two"))));
        }
    }

    [TestMethod]
    public async Task Project_for_two_frameworks_is_guarded_in_both()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"), Given.Package("Contoso.Old", "1.0.0"));
        _ = scene.Sandbox.WriteFile("app/app.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>{Framework};net8.0</TargetFrameworks>
                <NuGetAudit>false</NuGetAudit>
                <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Contoso.Json" Version="1.0.0" />
                <PackageReference Include="Contoso.Old" Version="1.0.0" Condition="'$(TargetFramework)' == 'net8.0'" />
              </ItemGroup>
            </Project>

            """);

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(0, "Contoso.Json 1.0.0", "Contoso.Old 1.0.0");
        scene.Has("Contoso.Old", "1.0.0");
    }

    [TestMethod]
    [DataRow("all.sln")]
    [DataRow("all.slnx")]
    public async Task Solution_is_guarded_as_a_whole_with_its_lock_beside_it(string name)
    {
        await using var scene = await Scene.CreateAsync(
            Given.Package("Contoso.Json", "1.0.0"), Given.Package("Contoso.Xml", "1.0.0"), Given.PackageOfAnother("Contoso.Xml", "2.0.0"));
        _ = scene.Sandbox.WriteProject("one", ("Contoso.Json", "1.0.0"));
        _ = scene.Sandbox.WriteProject("two", ("Contoso.Xml", "1.0.0"));
        var solution = WriteSolution(scene, name);

        _ = (await scene.GuardAsync(Guarded.Installed, scene.Sandbox.Work, ["restore", solution])).EndsWith(0, "Contoso.Json 1.0.0", "Contoso.Xml 1.0.0");

        var locked = Path.Combine(scene.Sandbox.Work, "installguard.lock.json");
        var before = await File.ReadAllTextAsync(locked);
        Assert.Contains("\"Contoso.Json\"", before);
        Assert.Contains("\"Contoso.Xml\"", before);
        _ = scene.Sandbox.WriteProject("two", ("Contoso.Xml", "2.0.0"));

        // Found in the folder, as dotnet restore finds it.
        var result = await scene.GuardAsync(Guarded.Installed, scene.Sandbox.Work, ["restore"]);

        _ = result.EndsWith(3, "IG1020", "Contoso.Xml 2.0.0");
        scene.HasNothingOf("Contoso.Xml", "2.0.0");
        Assert.AreEqual(before, await File.ReadAllTextAsync(locked));
    }

    [TestMethod]
    public async Task Referenced_project_is_guarded_with_the_one_that_refers_to_it()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"), Given.Package("Contoso.Xml", "1.0.0"));
        _ = scene.Sandbox.WriteProject("library", ("Contoso.Xml", "1.0.0"));
        Write(scene, """<PackageReference Include="Contoso.Json" Version="1.0.0" /><ProjectReference Include="../library/library.csproj" />""");

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(0, "Contoso.Json 1.0.0", "Contoso.Xml 1.0.0", "2 packages checked");
    }

    [TestMethod]
    public async Task Dependency_of_a_package_is_guarded()
    {
        await using var scene = await Scene.CreateAsync(
            Given.Package("Contoso.Json", "1.0.0", content => content.DependsOn("Contoso.Core", "1.0.0")),
            Given.Package("Contoso.Json", "1.1.0", content => content.DependsOn("Contoso.Core", "1.1.0")),
            Given.Package("Contoso.Core", "1.0.0"),
            Given.PackageOfAnother("Contoso.Core", "1.1.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        _ = (await scene.RestoreAsync()).EndsWith(0, "Contoso.Core 1.0.0");
        var before = scene.Lock;
        _ = scene.Project(("Contoso.Json", "1.1.0"));

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(3, "IG1020", "Contoso.Core 1.1.0");
        scene.HasNothingOf("Contoso.Core", "1.1.0");
        Assert.AreEqual(before, scene.Lock);
    }

    [TestMethod]
    public async Task Restore_by_the_static_graph_is_guarded()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"), Given.PackageOfAnother("Contoso.Json", "2.0.0"));
        Write(scene, """<PackageReference Include="Contoso.Json" Version="1.0.0" />""");
        _ = (await scene.RestoreAsync("--", "-p:RestoreUseStaticGraphEvaluation=true")).EndsWith(0, "Contoso.Json 1.0.0");
        var before = scene.Lock;
        Write(scene, """<PackageReference Include="Contoso.Json" Version="2.0.0" />""");

        var result = await scene.RestoreAsync("--", "-p:RestoreUseStaticGraphEvaluation=true");

        // This way of restoring shows every refusal of a plugin with NuGet's own stack, and there is no other way to refuse.
        Assert.AreEqual(3, result.ExitCode, result.ToString());
        Assert.Contains("error IG1020: Contoso.Json 2.0.0", result.Error);
        scene.HasNothingOf("Contoso.Json", "2.0.0");
        Assert.AreEqual(before, scene.Lock);
    }

    [TestMethod]
    public async Task Package_downloads_by_the_static_graph_are_guarded()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Pack", "1.0.0"));
        Write(scene, """<PackageDownload Include="Contoso.Pack" Version="[1.0.0]" />""", "<RestoreUseStaticGraphEvaluation>true</RestoreUseStaticGraphEvaluation>");

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(0, "Contoso.Pack 1.0.0");
        scene.Has("Contoso.Pack", "1.0.0");
    }

    [TestMethod]
    [DataRow("--no-cache")]
    [DataRow("--no-http-cache")]
    public async Task Option_against_the_cache_reaches_restore_and_plugin(string option)
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));

        _ = (await scene.RestoreAsync("--", option)).EndsWith(0, "Contoso.Json 1.0.0");

        Assert.DoesNotContain(
            file => file.EndsWith(".dat", StringComparison.Ordinal) && file.Contains("nupkg", StringComparison.Ordinal),
            Sandbox.FilesBelow(scene.Sandbox.HttpCache));
    }

    [TestMethod]
    public async Task Forced_restore_is_guarded_and_changes_nothing()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        _ = (await scene.RestoreAsync()).EndsWith(0);
        var before = scene.Lock;

        _ = (await scene.RestoreAsync("--", "--force", "--force-evaluate", "-v:m")).EndsWith(0, "no publisher changed");

        Assert.AreEqual(before, scene.Lock);
    }

    [TestMethod]
    public async Task Unknown_option_of_dotnet_restore_fails_as_it_does_there()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));

        _ = (await scene.RestoreAsync("--", "--no-such-option")).EndsWith(4, "IG3002");

        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
    }

    [TestMethod]
    public async Task Configuration_of_the_project_that_requires_trusted_signers_is_kept()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        var project = scene.Project(("Contoso.Json", "1.0.0"));
        _ = scene.Sandbox.WriteFile("app/nuget.config", $"""
            <configuration>
              <config><add key="signatureValidationMode" value="require" /></config>
              <trustedSigners><author name="somebody"><certificate fingerprint="{new string('A', 64)}" hashAlgorithm="SHA256" allowUntrustedRoot="false" /></author></trustedSigners>
            </configuration>
            """);

        // Started elsewhere: the configuration is the project's, not that of the folder we stand in.
        _ = (await scene.GuardAsync(Guarded.Installed, scene.Sandbox.Work, ["restore", project])).EndsWith(4, "IG3001", "NU3034");

        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
    }

    private static void Write(Scene scene, string items, string properties = "") =>
        _ = scene.Sandbox.WriteFile("app/app.csproj", Project(items, properties));

    private static string Project(string items, string properties = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>{Framework}</TargetFramework>
            <NuGetAudit>false</NuGetAudit>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>

        """;

    private static string WriteSolution(Scene scene, string name)
    {
        if (name.EndsWith(".slnx", StringComparison.Ordinal))
        {
            return scene.Sandbox.WriteFile(name, """<Solution><Project Path="one/one.csproj" /><Project Path="two/two.csproj" /></Solution>""");
        }

        const string CSharp = "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";
        const string One = "{11111111-1111-1111-1111-111111111111}";
        const string Two = "{22222222-2222-2222-2222-222222222222}";
        return scene.Sandbox.WriteFile(name, $$"""

            Microsoft Visual Studio Solution File, Format Version 12.00
            Project("{{CSharp}}") = "one", "one\one.csproj", "{{One}}"
            EndProject
            Project("{{CSharp}}") = "two", "two\two.csproj", "{{Two}}"
            EndProject
            Global
            	GlobalSection(SolutionConfigurationPlatforms) = preSolution
            		Debug|Any CPU = Debug|Any CPU
            	EndGlobalSection
            	GlobalSection(ProjectConfigurationPlatforms) = postSolution
            		{{One}}.Debug|Any CPU.ActiveCfg = Debug|Any CPU
            		{{One}}.Debug|Any CPU.Build.0 = Debug|Any CPU
            		{{Two}}.Debug|Any CPU.ActiveCfg = Debug|Any CPU
            		{{Two}}.Debug|Any CPU.Build.0 = Debug|Any CPU
            	EndGlobalSection
            EndGlobal

            """);
    }
}
