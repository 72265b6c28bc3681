using System.Runtime.InteropServices;
using InstallGuard.EndToEnd.Failures;
using InstallGuard.EndToEnd.Sdk;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.RealPackages;

/// <summary>What the .NET SDK brings by itself, which differs from machine to machine: no lock has to have it.</summary>
[TestClass]
public sealed class SdkPacksTests
{
    private const string Other = "Microsoft.Bcl.AsyncInterfaces";
    private const string OtherVersion = "8.0.0";

    private static readonly string Host = $"Microsoft.NETCore.App.Host.{RuntimeInformation.RuntimeIdentifier}";

    [TestMethod]
    public async Task Packs_that_the_sdk_names_are_not_recorded_and_pass_where_restores_are_locked_and_nothing_else_does()
    {
        await DefaultSource.RequireAsync();
        await using var sandbox = await Sandbox.CreateWithDefaultSources().TrustingTestRoots();
        sandbox.WriteNuGetConfig([new SandboxSource("packed", Guarded.Packed)], keepDefaultSources: true);
        var root = Path.Combine(sandbox.Work, "repo");
        _ = Directory.CreateDirectory(Path.Combine(root, ".git"));
        await GuardedRepository.InitialiseAsync(root);

        // Of an older framework, an SDK brings neither the reference nor the host.
        _ = sandbox.WriteFile("repo/app/app.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net8.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
            </Project>

            """);
        var lockPath = Path.Combine(root, "installguard.lock.json");

        _ = (await sandbox.DotNetAsync(["restore", "app"], root)).EndsWith(0);

        Assert.IsNotEmpty(Sandbox.FilesBelow(PackageFolder(sandbox)), "the restore needs no package of the SDK's");
        var recorded = await File.ReadAllTextAsync(lockPath);
        Assert.DoesNotContain("Microsoft.", recorded);

        sandbox.SetVariable("CI", "true");
        Clean(sandbox, root);
        _ = (await sandbox.DotNetAsync(["restore", "app"], root)).EndsWith(0);
        Assert.IsNotEmpty(Sandbox.FilesBelow(PackageFolder(sandbox)));

        Clean(sandbox, root);
        _ = (await sandbox.GuardAsync(root, "restore", "app")).EndsWith(0, "of them the .NET SDK's own");
        Assert.AreEqual(recorded, await File.ReadAllTextAsync(lockPath));

        // Signed by the same people, and named by nobody but the repository.
        _ = sandbox.WriteFile("repo/Directory.Build.props", $"""
            <Project>
              <ItemGroup>
                <InstallGuardGraphLine Include="known%09{Other}%09%09{OtherVersion}" />
                <KnownILLinkPack Include="{Other}" TargetFramework="net8.0" ILLinkPackVersion="{OtherVersion}" />
                <PackageReference Include="{Other}" Version="{OtherVersion}" />
              </ItemGroup>
            </Project>

            """);
        var others = await sandbox.DotNetAsync(["restore", "app"], root);
        Assert.AreNotEqual(0, others.ExitCode, others.ToString());
        Assert.Contains($"IG1001: {Other} {OtherVersion}: has no pin", others.Output, others.ToString());
        Assert.Contains("restores are locked here by CI=true", others.Output, others.ToString());
        Assert.IsEmpty(sandbox.Extracted(Other, OtherVersion));
    }

    private static string PackageFolder(Sandbox sandbox) => Path.Combine(sandbox.Packages, Host.ToLowerInvariant());

    private static void Clean(Sandbox sandbox, string root)
    {
        Directory.Delete(PackageFolder(sandbox), recursive: true);
        Directory.Delete(Path.Combine(root, "app", "obj"), recursive: true);
    }
}
