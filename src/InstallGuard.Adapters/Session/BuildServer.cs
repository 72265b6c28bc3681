namespace InstallGuard.Adapters.Session;

/// <summary>
/// Whether this is a build server, by the variables that build servers set: those by which the .NET SDK tells one. What a
/// restore writes there is lost.
/// </summary>
public static class BuildServer
{
    // Set to true, by Azure Pipelines, GitHub, AppVeyor, nearly all, Travis and CircleCI.
    private static readonly string[] Switches = ["CI", "TF_BUILD", "GITHUB_ACTIONS", "APPVEYOR", "TRAVIS", "CIRCLECI"];

    // Set to anything, by TeamCity, Space, AWS CodeBuild, Jenkins and Google Cloud Build.
    private static readonly string[][] Together =
        [["TEAMCITY_VERSION"], ["JB_SPACE_API_URL"], ["CODEBUILD_BUILD_ID", "AWS_REGION"], ["BUILD_ID", "BUILD_URL"], ["BUILD_ID", "PROJECT_ID"]];

    /// <summary>The variable that says so; null where none does.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    public static string? ToldBy(Func<string, string?> environment) =>
        Switches.FirstOrDefault(name => environment(name) is { } value && (value.Equals("true", StringComparison.OrdinalIgnoreCase) || value == "1"))
        ?? Together.FirstOrDefault(names => names.All(name => environment(name) is { Length: > 0 }))?[0];
}
