using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.History;

/// <summary>A project of these tests.</summary>
internal static class HistoryProject
{
    public static string Folder(this Sandbox sandbox) => Path.Combine(sandbox.Work, "app");

    public static Task<string> LockAsync(this Sandbox sandbox) =>
        File.ReadAllTextAsync(Path.Combine(sandbox.Folder(), "installguard.lock.json"));

    // .NET Framework: elsewhere the old versions drag the framework of their day along, a hundred packages.
    public static Task<ProcessResult> RestoreAsync(this Sandbox sandbox, string id, string version)
    {
        _ = sandbox.WriteFile(Path.Combine("app", "app.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net472</TargetFramework>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{id}" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        return sandbox.GuardAsync(sandbox.Folder(), "restore");
    }
}
