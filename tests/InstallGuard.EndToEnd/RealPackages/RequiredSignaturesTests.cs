using System.Text.Json;
using InstallGuard.Evidence;
using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.RealPackages;

/// <summary>
/// signatureValidationMode=require: NuGet verifies too, under guard as without. Packages of before mid 2022 carry time
/// stamps whose roots only the SDK still has.
/// </summary>
[TestClass]
public sealed class RequiredSignaturesTests
{
    private const string Id = "Autofac";
    private const string Version = "4.8.1";

    [TestMethod]
    public async Task Package_that_was_signed_long_ago_passes_where_signatures_are_required_and_an_unsigned_one_does_not()
    {
        await DefaultSource.RequireAsync();
        await using var sandbox = await Sandbox.CreateWithDefaultSources().TrustingTestRoots();
        var project = sandbox.WriteProject("app", (Id, Version));
        Require(sandbox, await AddressOfAsync(sandbox, project));
        _ = (await sandbox.DotNetAsync("restore", project)).EndsWith(0);
        Directory.Delete(sandbox.Packages, recursive: true);

        _ = (await sandbox.GuardAsync(Path.GetDirectoryName(project)!, "restore")).EndsWith(0, $"{Id} {Version}");

        Assert.Contains(".nupkg.metadata", sandbox.Extracted(Id, Version));

        await using var feed = await TestFeed.StartAsync();
        _ = feed.Add(TestPackage.Create("Contoso.Unsigned", "1.0.0"));
        sandbox.WriteNuGetConfig([SandboxSource.Of(feed)], keepDefaultSources: true);
        project = sandbox.WriteProject("app", ("Contoso.Unsigned", "1.0.0"));

        _ = (await sandbox.GuardAsync(Path.GetDirectoryName(project)!, "restore")).EndsWith(4, "IG3001", "NU3004");

        Assert.IsEmpty(sandbox.Extracted("Contoso.Unsigned", "1.0.0"));
    }

    // The repository says in its signatures where it lives.
    private static async Task<string> AddressOfAsync(Sandbox sandbox, string project)
    {
        _ = (await sandbox.DotNetAsync("restore", project)).EndsWith(0);
        var package = Path.Combine(sandbox.Packages, Id.ToLowerInvariant(), Version, $"{Id.ToLowerInvariant()}.{Version}.nupkg");
        using var seen = JsonDocument.Parse((await sandbox.GuardAsync(sandbox.Work, "inspect", package, "--format", "json")).Output);
        Directory.Delete(sandbox.Packages, recursive: true);
        return seen.RootElement.GetProperty("repository").GetProperty("serviceIndex").GetString()!;
    }

    private static void Require(Sandbox sandbox, string address) => sandbox.WriteFile("app/nuget.config", $"""
        <configuration>
          <config><add key="signatureValidationMode" value="require" /></config>
          <trustedSigners>
            <repository name="nuget.org" serviceIndex="{address}">
              {string.Concat(KnownRepositories.BuiltIn.All.SelectMany(repository => repository.Certificates).Select(certificate =>
                  $"""<certificate fingerprint="{certificate}" hashAlgorithm="SHA256" allowUntrustedRoot="false" />"""))}
            </repository>
          </trustedSigners>
        </configuration>
        """);
}
