using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Decisions.Rules;

/// <summary>The same id and version came with other contents before.</summary>
internal static class ContentChanged
{
    public static Rule Rule { get; } = new("IG2010", "content-changed", VerdictKind.Reject)
    {
        Summary = "the same version had other contents before",
        Usually = "the version was published a second time, or the file was changed on its way",
        Reference = "before",
        Next = NextStep.FetchAgain,
    };

    public static Change Of(Sha256Digest before, Sha256Digest now) =>
        new(Rule, null, $"contents sha256:{before}", $"contents sha256:{now}");

    public static Change Of(ContentsIdentity before, PublisherIdentity now) => new(Rule, null, $"{before} (in the lock)", $"{now}");
}
