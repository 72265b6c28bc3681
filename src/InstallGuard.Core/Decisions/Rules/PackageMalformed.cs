using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The file is not a well-formed package, or not the one that was asked for.</summary>
internal static class PackageMalformed
{
    public static Rule Rule { get; } = new("IG2004", "package-malformed", VerdictKind.Reject)
    {
        Summary = "the file is not the package that it should be",
        Usually = "a damaged file, one made to be read in two ways, or another package's file",
        Reference = "expected",
        Next = NextStep.FetchAgain,
    };

    public static Change Of(string problem) => new(Rule, null, "a well-formed package", problem);
}
