using InstallGuard.Evidence;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The same id and version came from the same folder with other contents before.</summary>
internal static class PackedAgain
{
    public static Rule Rule { get; } = new("IG1051", "packed-again", VerdictKind.Review)
    {
        Summary = "the folder had other contents for the same version before",
        Usually = "somebody packed it again without raising the version",
        Reference = "before",
        Next = NextStep.AskWhoPacked,
    };

    public static Change Of(Sha256Digest before, Sha256Digest now) =>
        new(Rule, null, $"contents sha256:{before}", $"contents sha256:{now}");
}
