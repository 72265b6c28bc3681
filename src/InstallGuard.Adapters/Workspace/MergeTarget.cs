namespace InstallGuard.Adapters.Workspace;

/// <summary>Which branch this work will be merged into, as far as build servers and habits say.</summary>
public static class MergeTarget
{
    // Set for builds of pull requests: GitHub, GitLab, Azure Pipelines, Bitbucket.
    private static readonly string[] OfBuildServers =
        ["GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "SYSTEM_PULLREQUEST_TARGETBRANCH", "BITBUCKET_PR_DESTINATION_BRANCH"];

    /// <summary>Full names of references, best first. Any of them may not exist.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    public static IReadOnlyList<string> Candidates(Func<string, string?> environment)
    {
        var told = OfBuildServers
            .Select(environment)
            .OfType<string>()
            .Select(name => name.StartsWith("refs/heads/", StringComparison.Ordinal) ? name[11..] : name)
            .Where(name => name.Length > 0)
            .Select(name => $"refs/remotes/origin/{name}");
        return [.. told, "refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"];
    }
}
