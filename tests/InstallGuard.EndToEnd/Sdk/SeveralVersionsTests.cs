using System.Text.RegularExpressions;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>A repository that uses several versions of a package on the day on which it begins to be guarded.</summary>
[TestClass]
public sealed class SeveralVersionsTests
{
    [TestMethod]
    public async Task Solution_begins_with_two_publishers_of_one_package_and_stays_as_it_began()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        repository.Project("app", "1.0.0");
        repository.Project("other", "2.0.0");
        repository.Write("all.sln", SolutionText.Of("app", "other"));

        var first = await repository.DotNetAsync("restore", "all.sln");

        Assert.AreEqual(0, first.ExitCode, first.ToString());
        Assert.HasCount(3, Regex.Matches(repository.Lock!, "\"firstUse\""), repository.Lock);
        Assert.Contains("\"name\": \"Contoso Ltd\"", repository.Lock!);
        Assert.Contains("\"name\": \"Fabrikam Ltd\"", repository.Lock!);
        Assert.DoesNotContain("IG1020", first.Output, first.ToString());
        var before = repository.Lock;

        repository.Sandbox.SetVariable("CI", "true");
        var second = await repository.DotNetAsync("restore", "all.sln", "--force");

        Assert.AreEqual(0, second.ExitCode, second.ToString());
        Assert.DoesNotContain("IG1", second.Output, second.ToString());
        Assert.AreEqual(before, repository.Lock);
    }
}
