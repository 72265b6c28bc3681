namespace InstallGuard.Adapters.Session;

/// <summary>A build server is told by what it sets, and restores there leave the lock as it is.</summary>
[TestClass]
public sealed class BuildServerTests
{
    [TestMethod]
    [DataRow("CI", "CI=true")]
    [DataRow("CI", "CI=1")]
    [DataRow("TF_BUILD", "TF_BUILD=True")]
    [DataRow("GITHUB_ACTIONS", "GITHUB_ACTIONS=true")]
    [DataRow("TEAMCITY_VERSION", "TEAMCITY_VERSION=2026.1")]
    [DataRow("BUILD_ID", "BUILD_ID=7", "BUILD_URL=https://jenkins.example/7")]
    [DataRow("CODEBUILD_BUILD_ID", "CODEBUILD_BUILD_ID=7", "AWS_REGION=eu")]
    [DataRow(null, "BUILD_ID=7")]
    [DataRow(null, "AWS_REGION=eu")]
    [DataRow(null, "CI=false")]
    [DataRow(null, "TF_BUILD=")]
    [DataRow(null)]
    public void Variables_of_a_build_server_tell_it(string? expected, params string[] set)
    {
        var variables = set.Select(one => one.Split('=', 2)).ToDictionary(one => one[0], one => one[1], StringComparer.Ordinal);

        Assert.AreEqual(expected, BuildServer.ToldBy(variables.GetValueOrDefault));
        Assert.AreEqual(expected is not null, GuardSettings.Read(variables.GetValueOrDefault, Path.GetTempPath()).Policy.Locked);
    }
}
