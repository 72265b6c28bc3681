using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The package has no pin: nobody has looked at its publisher yet.</summary>
internal static class FirstUse
{
    public static Rule Rule { get; } = new("IG1001", "first-use", VerdictKind.FirstUse)
    {
        Summary = "seen for the first time",
        Usually = "a new dependency, of the project or of another package",
        Next = NextStep.ReviewLock,
    };

    public static Change Of(PublisherIdentity seen) => new(Rule, null, "nothing", seen.ToString());
}
