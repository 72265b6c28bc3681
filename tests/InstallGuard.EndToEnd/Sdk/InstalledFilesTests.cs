using System.Security.Cryptography;
using System.Text;
using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>Files that lie where an installed package would lie, and are not what is in the package.</summary>
[TestClass]
public sealed class InstalledFilesTests
{
    [TestMethod]
    public async Task Package_that_brings_the_files_of_an_installation_along_is_not_believed_to_be_installed()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        var folder = Directory.CreateDirectory(Path.Combine(repository.Sandbox.Root, "folder-feed")).FullName;
        var tampered = TestPackage.Create(GuardedRepository.Id, "2.0.0", content => Installed(content, GuardedRepository.Id, Given.Package(GuardedRepository.Id, "2.0.0"), folder)
            .WithFile($"build/{GuardedRepository.Id}.targets", repository.TracingTargets()));
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{GuardedRepository.Id}.2.0.0.nupkg"), tampered);
        repository.Sandbox.WriteNuGetConfig([new("folder", folder), new("packed", Guarded.Packed)]);
        repository.Project("app", "2.0.0");

        var first = await repository.DotNetAsync("restore", "app");
        var second = await repository.DotNetAsync("build", "app");

        Assert.AreNotEqual(0, first.ExitCode, first.ToString());
        Assert.AreNotEqual(0, second.ExitCode, second.ToString());
        Assert.IsFalse(File.Exists(repository.Trace), "a target of a tampered package ran");
        Assert.Contains("IG2011: Contoso.Json 2.0.0", second.Output, second.ToString());
        Assert.AreEqual(before, repository.Lock);
    }

    [TestMethod]
    public async Task Signed_package_that_brings_the_files_of_an_installation_along_leaves_nothing_behind()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        _ = repository.Feed.Add(Given.PackageOfAnother("Useful.Lib", "2.0.0", content => Installed(content, "Useful.Lib", TestPackage.Create("Useful.Lib", "2.0.0"), "https://feed.contoso.example/v3/index.json")));
        repository.Project("app", "", items: """<PackageReference Include="Useful.Lib" Version="2.0.0" />""");

        var first = await repository.DotNetAsync("restore", "app");
        var left = repository.Sandbox.Extracted("Useful.Lib", "2.0.0");
        var second = await repository.DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, first.ExitCode, first.ToString());
        Assert.IsEmpty(left, string.Join(", ", left));
        Assert.Contains("IG2004: Useful.Lib 2.0.0", first.Output, first.ToString());
        Assert.AreNotEqual(0, second.ExitCode, second.ToString());
        Assert.AreEqual(before, repository.Lock);
    }

    [TestMethod]
    public async Task Fallback_folder_of_the_repository_holds_what_the_package_holds_and_goes_on_to()
    {
        await using var repository = await GuardedRepository.WithFirstVersionAsync();
        var before = repository.Lock;
        var installed = Path.Combine(repository.Sandbox.Packages, "contoso.json");
        var folder = Path.Combine(repository.Root, "offline", "contoso.json");
        _ = Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        Directory.Move(installed, folder);
        repository.Write("nuget.config", """<configuration><fallbackPackageFolders><add key="offline" value="offline" /></fallbackPackageFolders></configuration>""");

        var genuine = await repository.DotNetAsync("build", "app");
        Assert.AreEqual(0, genuine.ExitCode, genuine.ToString());

        // A file of it changes, and to NuGet all is as it was.
        var library = Path.Combine(folder, "1.0.0", "lib", "netstandard2.0", "_._");
        await File.WriteAllTextAsync(library, "changed");
        var changed = await repository.DotNetAsync("build", "app");
        IsAltered(changed, "lib/netstandard2.0/_._");

        await File.WriteAllTextAsync(library, "");
        _ = Directory.CreateDirectory(Path.Combine(folder, "1.0.0", "build"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "1.0.0", "build", $"{GuardedRepository.Id}.targets"), repository.TracingTargets());
        var added = await repository.DotNetAsync("build", "app");
        IsAltered(added, "build/Contoso.Json.targets");
        Assert.IsFalse(File.Exists(repository.Trace), "a target that is in no package ran");
        Assert.AreEqual(before, repository.Lock);
    }

    [TestMethod]
    public async Task Of_two_fallback_folders_both_are_looked_at_that_a_build_could_take_the_package_from()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        repository.Project("app", "2.0.0");
        await repository.UnguardedRestoreAsync(Path.Combine(repository.Root, "offline", "b"));

        // The genuine one, without the mark by which a restore knows it: a build that looks for assemblies is content.
        await using var genuine = await TestFeed.StartAsync();
        _ = genuine.Add(Given.Package(GuardedRepository.Id, "2.0.0"));
        var elsewhere = repository.Sandbox.WriteProject("elsewhere", (GuardedRepository.Id, "2.0.0"));
        repository.Sandbox.WriteFile("elsewhere/nuget.config", $"""<configuration><packageSources><clear /><add key="other" value="{genuine.Index}" allowInsecureConnections="true" /></packageSources></configuration>""");
        var offline = Path.Combine(repository.Root, "offline", "a");
        var unguarded = await repository.Sandbox.DotNetAsync(["restore", elsewhere, "--no-http-cache"], Path.GetDirectoryName(elsewhere), new Dictionary<string, string?> { ["NUGET_PACKAGES"] = offline });
        Assert.AreEqual(0, unguarded.ExitCode, unguarded.ToString());
        File.Delete(Path.Combine(offline, "contoso.json", "2.0.0", ".nupkg.metadata"));
        repository.Write("nuget.config", """<configuration><fallbackPackageFolders><add key="a" value="offline/a" /><add key="b" value="offline/b" /></fallbackPackageFolders></configuration>""");
        var before = repository.Lock;

        var built = await repository.DotNetAsync("build", "app");

        Assert.AreNotEqual(0, built.ExitCode, built.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", built.Output, built.ToString());
        Assert.IsFalse(File.Exists(repository.Trace), "a target of a blocked package ran");
        Assert.AreEqual(before, repository.Lock);
    }

    [TestMethod]
    public async Task Packages_of_a_v2_feed_are_checked_after_they_were_extracted()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        repository.Sandbox.WriteNuGetConfig([new("v2", repository.Feed.V2), new("packed", Guarded.Packed)]);
        repository.Project("app", "1.0.0");
        var first = await repository.DotNetAsync("restore", "app");
        Assert.AreEqual(0, first.ExitCode, first.ToString());
        Assert.Contains("\"Contoso.Json\"", repository.Lock ?? "", first.ToString());
        var before = repository.Lock;
        repository.Project("app", "2.0.0");

        var second = await repository.DotNetAsync("build", "app");

        Assert.AreNotEqual(0, second.ExitCode, second.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", second.Output, second.ToString());
        Assert.IsFalse(File.Exists(repository.Trace), "a target of a blocked package ran");
        Assert.AreEqual(before, repository.Lock);
    }

    // The files by which NuGet knows an installed package, under names that it does not know them by.
    private static PackageContent Installed(PackageContent content, string id, byte[] package, string source)
    {
        var hash = Convert.ToBase64String(SHA512.HashData(package));
        var file = $"./{id.ToLowerInvariant()}.2.0.0.nupkg";
        return content
            .WithFile("./.nupkg.metadata", Encoding.UTF8.GetBytes($$"""{ "version": 2, "contentHash": "{{hash}}", "source": "{{source}}" }"""))
            .WithFile(file, package)
            .WithFile($"{file}.sha512", Encoding.UTF8.GetBytes(hash));
    }

    private static void IsAltered(ProcessResult result, string file)
    {
        Assert.AreNotEqual(0, result.ExitCode, result.ToString());
        Assert.Contains("IG2011: Contoso.Json 1.0.0", result.Output, result.ToString());
        Assert.Contains(file, result.Output, result.ToString());
    }
}
