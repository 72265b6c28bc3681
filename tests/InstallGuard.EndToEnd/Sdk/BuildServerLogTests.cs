using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>What the log of a build server shows of a refused package: the agents obey orders that they find there.</summary>
[TestClass]
public sealed class BuildServerLogTests
{
    private const string Order = "##vso[task.setvariable variable=LD_PRELOAD]/tmp/evil.so";

    [TestMethod]
    public async Task Refused_packages_give_no_orders_to_the_build_server()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        var author = TestAuthority.Shared.IssueAuthor("Contoso Ltd");
        _ = repository.Feed
            .Add(TestPackage.Create("Contoso.Entry", "1.0.0", content => content.WithFile($"../{Order}\n::stop-commands::x", "x")))
            .Add(TestPackage.SignedOver(TestPackage.Create("Contoso.Hash", "1.0.0"), Order, author, new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero)));
        repository.Project("app", "1.0.0", items: """
            <PackageReference Include="Contoso.Entry" Version="1.0.0" />
            <PackageReference Include="Contoso.Hash" Version="1.0.0" />
            """);

        foreach (var result in (ProcessResult[])[await repository.DotNetAsync("restore", "app"), await repository.GuardAsync("restore", "app")])
        {
            Assert.AreNotEqual(0, result.ExitCode, result.ToString());
            Assert.Contains("LD_PRELOAD", result.Output + result.Error);
            Assert.DoesNotContain("##", result.Output + result.Error);
            Assert.DoesNotContain("::", result.Output + result.Error);
        }
    }
}
