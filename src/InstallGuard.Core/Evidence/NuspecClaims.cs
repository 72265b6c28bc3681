namespace InstallGuard.Evidence;

/// <summary>What the package's manifest says about its publisher. Nothing binds it: anybody can write it.</summary>
/// <param name="Authors">The <c>authors</c> element, or null.</param>
/// <param name="RepositoryUrl">The <c>repository</c> element's address as written, or null.</param>
/// <param name="RepositoryCommit">The commit it names, or null.</param>
/// <param name="ProjectUrl">The <c>projectUrl</c> element, or null.</param>
public sealed record NuspecClaims(string? Authors, string? RepositoryUrl, string? RepositoryCommit, string? ProjectUrl);
