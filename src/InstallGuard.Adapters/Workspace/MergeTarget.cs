namespace InstallGuard.Adapters.Workspace;

/// <summary>A branch that this work may be merged into.</summary>
/// <param name="Reference">Its full name.</param>
/// <param name="ToldBy">The variable by which a build server says so; null where it is a guess, and may not exist.</param>
public sealed record MergeTarget(string Reference, string? ToldBy)
{
    // Set for builds of pull requests: GitHub, GitLab, Azure Pipelines, Bitbucket.
    private static readonly string[] OfBuildServers =
        ["GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "SYSTEM_PULLREQUEST_TARGETBRANCH", "BITBUCKET_PR_DESTINATION_BRANCH"];

    private static readonly string[] Usual =
        ["refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"];

    /// <summary>What build servers say, or where none says anything what is usual, best first.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    public static IReadOnlyList<MergeTarget> Candidates(Func<string, string?> environment)
    {
        var told = OfBuildServers
            .Select(variable => (Variable: variable, Name: Branch(environment(variable) ?? "")))
            .Where(target => target.Name.Length > 0)
            .Select(target => new MergeTarget($"refs/remotes/origin/{target.Name}", target.Variable))
            .ToList();
        return told.Count > 0 ? told : [.. Usual.Select(reference => new MergeTarget(reference, null))];
    }

    /// <summary>A reference as people say it.</summary>
    public static string Short(string reference) =>
        reference.StartsWith("refs/remotes/", StringComparison.Ordinal) ? reference[13..] : Branch(reference);

    private static string Branch(string reference) => reference.StartsWith("refs/heads/", StringComparison.Ordinal) ? reference[11..] : reference;
}
