using InstallGuard.EndToEnd.Attacks;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>Builds that take warnings for errors: what passes passes at the first try, and what fails leaves nothing behind.</summary>
[TestClass]
public sealed class WarningsAsErrorsTests
{
    [TestMethod]
    public async Task Notice_fails_no_build_whichever_way_warnings_become_errors()
    {
        var certificate = TestAuthority.Shared.IssueRepository();
        await using var feed = await Scene.AnnouncingFeedAsync(certificate);
        await using var sandbox = await Sandbox.Create(SandboxSource.Of(feed), EachProject.Packed).TrustingTestRoots();
        sandbox.TrustTransport();
        await EachProject.InitialiseAsync(sandbox);
        var by = new Publishers("Contoso.Json", feed.Index, certificate, certificate);
        _ = feed.Add(by.RepositorySigned("1.0.0", "ann", "bob", "eve", "jo")).Add(by.RepositorySigned("1.1.0", "ann", "bob", "eve"))
            .Add(by.RepositorySigned("1.2.0", "ann", "bob")).Add(by.RepositorySigned("1.3.0", "ann"));
        _ = sandbox.WriteProject("app", ("Contoso.Json", "1.0.0"));
        var first = await sandbox.DotNetAsync("build", "app", "-warnaserror");
        Assert.AreEqual(0, first.ExitCode, first.ToString());

        await PassesAsync("1.1.0", "-warnaserror");
        await PassesAsync("1.2.0", "-warnaserror:IG1031");
        await PassesAsync("1.3.0", "-p:MSBuildTreatWarningsAsErrors=true");

        async Task PassesAsync(string version, string option)
        {
            _ = sandbox.WriteProject("app", ("Contoso.Json", version));

            var built = await sandbox.DotNetAsync("build", "app", option);

            Assert.AreEqual(0, built.ExitCode, built.ToString());
            Assert.Contains($"warning IG1031: Contoso.Json {version}: ", built.Output, built.ToString());
            Assert.Contains($"\"since\": \"{version}\"", await File.ReadAllTextAsync(Path.Combine(sandbox.Work, "installguard.lock.json")));
        }
    }

    [TestMethod]
    public async Task Restore_that_fails_over_a_warning_of_NuGet_records_and_marks_nothing()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        _ = repository.Feed.Add(Failures.Given.Package("Contoso.Xml", "1.1.0"));
        var before = repository.Lock;
        repository.Project("app", "1.0.0", items: """<PackageReference Include="Contoso.Json" Version="1.0.0" /><PackageReference Include="Contoso.Xml" Version="1.0.0" />""");

        var restored = await repository.DotNetAsync("restore", "app", "-warnaserror");

        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("NU1603", restored.Output, restored.ToString());
        Assert.AreEqual(before, repository.Lock, restored.ToString());
        Assert.IsFalse(File.Exists(Path.Combine(repository.Root, "app", "obj", "installguard.checked")));

        var again = await repository.DotNetAsync("restore", "app");

        Assert.AreEqual(0, again.ExitCode, again.ToString());
        Assert.Contains("IG1001: used for the first time: Contoso.Xml 1.1.0", again.Output, again.ToString());
    }

    [TestMethod]
    public async Task Restore_that_fails_over_a_warning_of_NuGet_says_what_is_blocked_and_leaves_nothing_of_it()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        var folder = Directory.CreateDirectory(Path.Combine(repository.Sandbox.Root, "folder-feed")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "Contoso.Json.2.0.0.nupkg"), repository.OtherAuthors.ToArray());
        await File.WriteAllBytesAsync(Path.Combine(folder, "Contoso.Xml.1.1.0.nupkg"), Failures.Given.Package("Contoso.Xml", "1.1.0"));
        repository.Sandbox.WriteNuGetConfig([new("folder", folder), EachProject.Packed]);
        repository.Project("app", "2.0.0", items: """<PackageReference Include="Contoso.Json" Version="2.0.0" /><PackageReference Include="Contoso.Xml" Version="1.0.0" />""");

        var restored = await repository.DotNetAsync("restore", "app", "-warnaserror");

        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("NU1603", restored.Output, restored.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", restored.Output, restored.ToString());
        repository.IsUntouched(before);
    }
}
