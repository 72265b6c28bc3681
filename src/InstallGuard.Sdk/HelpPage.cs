using InstallGuard.Decisions;

namespace InstallGuard.Sdk;

/// <summary>Where the rules are explained: the page that the package of this task carries.</summary>
internal static class HelpPage
{
    private static readonly string? Address = Find(Path.GetDirectoryName(typeof(HelpPage).Assembly.Location));

    /// <summary>The address of a rule's paragraph; null where there is no page, or no such rule.</summary>
    public static string? Of(string? code) =>
        Address is not null && RuleCatalog.All.FirstOrDefault(rule => rule.Code == code) is { } rule
            ? $"{Address}#{rule.Code.ToLowerInvariant()}-{rule.Slug}"
            : null;

    // The task lies in tools, or compiled for a platform in a folder below it.
    private static string? Find(string? folder)
    {
        for (var (at, up) = (folder, 0); at is { Length: > 0 } && up < 3; at = Path.GetDirectoryName(at), up++)
        {
            var page = Path.Combine(at, "docs", "rules.md");
            if (File.Exists(page))
            {
                return new Uri(page).AbsoluteUri;
            }
        }

        return null;
    }
}
