using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.History;

/// <summary>Real packages from the machine's own package source, fetched by one plain restore per test run.</summary>
internal static class Genuine
{
    public const string Id = "Newtonsoft.Json";

    /// <summary>What the tampered copies are made of.</summary>
    public const string Next = "13.0.3";

    /// <summary>An earlier version of the same publisher.</summary>
    public const string Earlier = "13.0.1";

    private static readonly Lazy<Task<IReadOnlyDictionary<string, byte[]>?>> Packages = new(FetchAsync);

    /// <summary>The bytes of a version. Without a package source the test ends as inconclusive.</summary>
    public static async Task<byte[]> PackageAsync(string version) => (await AllAsync())[version];

    /// <summary>Ends the test as inconclusive when the machine's package source is out of reach.</summary>
    public static Task NeedSourceAsync() => AllAsync();

    private static async Task<IReadOnlyDictionary<string, byte[]>> AllAsync()
    {
        if (await Packages.Value is { } packages)
        {
            return packages;
        }

        Assert.Inconclusive("a plain restore does not reach the machine's package source");
        return new Dictionary<string, byte[]>();
    }

    private static async Task<IReadOnlyDictionary<string, byte[]>?> FetchAsync()
    {
        await using var sandbox = Sandbox.CreateWithDefaultSources();
        var project = sandbox.WriteFile(Path.Combine("fetch", "fetch.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageDownload Include="{Id}" Version="[{Earlier}];[{Next}]" />
              </ItemGroup>
            </Project>
            """);
        var result = await sandbox.DotNetAsync("restore", project);
        return result.ExitCode == 0
            ? new[] { Earlier, Next }.ToDictionary(version => version, version => File.ReadAllBytes(
                Path.Combine(sandbox.Packages, Id.ToLowerInvariant(), version, $"{Id.ToLowerInvariant()}.{version}.nupkg")))
            : null;
    }
}
