namespace InstallGuard.Replay;

/// <summary>Rules that other tools have, or that one thinks of first: each compares a version with the one before.</summary>
public static class NaiveRules
{
    /// <summary>Name and rule: whether a person would be asked.</summary>
    public static IReadOnlyList<(string Name, Func<Step, bool> Asks)> All { get; } =
    [
        ("exact certificates or exact owners", step => step.Before.Author != step.After.Author || step.Before.Repository != step.After.Repository || OwnersDiffer(step)),
        ("exact author certificate", step => step.Before.Author != step.After.Author),
        ("exact repository certificate", step => step.Before.Repository != step.After.Repository),
        ("owners equal", OwnersDiffer),
        ("a new owner", step => Owners(step.After).Except(Owners(step.Before), StringComparer.OrdinalIgnoreCase).Any()),
        ("author subject spelled the same", step => step.Before.AuthorSubject != step.After.AuthorSubject),
        ("author CN, O, C", step => Author(step.Before) != Author(step.After)),
        ("no owner in common", step => !Owners(step.Before).Intersect(Owners(step.After), StringComparer.OrdinalIgnoreCase).Any()),
    ];

    private static bool OwnersDiffer(Step step) => !Owners(step.Before).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(Owners(step.After));

    private static IEnumerable<string> Owners(Release release) => release.Evidence.Repository.Verified?.Identity.Owners ?? Enumerable.Empty<string>();

    private static (string?, string?, string?) Author(Release release) =>
        release.Evidence.Author.Verified?.Identity is { } author ? (author.Name, author.Organization, author.Country) : default;
}
