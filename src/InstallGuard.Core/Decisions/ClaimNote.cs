using InstallGuard.Evidence;

namespace InstallGuard.Decisions;

/// <summary>
/// That a manifest says something else than that of an earlier version. Anybody can write it, so it never decides anything:
/// it is something to ask about.
/// </summary>
/// <param name="Member">Which claim: <c>authors</c>, <c>repositoryUrl</c> or <c>projectUrl</c>.</param>
/// <param name="Before">What it said; null for nothing. May hold text from the package.</param>
/// <param name="Now">What it says; null for nothing. May hold text from the package.</param>
public sealed record ClaimNote(string Member, string? Before, string? Now)
{
    private static readonly string[] Schemes = ["https", "http", "git", "ssh", "git+https", "git+ssh"];

    /// <summary>What differs. Addresses are compared by what they lead to, not as they are spelled.</summary>
    public static IReadOnlyList<ClaimNote> Between(Finding<NuspecClaims> before, Finding<NuspecClaims> now)
    {
        var (old, next) = (before.Verified, now.Verified);
        return [.. new[]
        {
            Differing("authors", old?.Authors, next?.Authors, Words),
            Differing("repositoryUrl", old?.RepositoryUrl, next?.RepositoryUrl, Place),
            Differing("projectUrl", old?.ProjectUrl, next?.ProjectUrl, Place),
        }.OfType<ClaimNote>()];
    }

    private static ClaimNote? Differing(string member, string? before, string? now, Func<string, string> essence) =>
        string.Equals(before is null ? null : essence(before), now is null ? null : essence(now), StringComparison.OrdinalIgnoreCase)
            ? null
            : new(member, before, now);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // git@host:path, ssh://git@host/path, git://host/path.git and https://host/path/ are one place. What follows ? or # is
    // cut first, and \ is read as /, as browsers do: otherwise https://mallory.example?@host/path would pass for it.
    private static string Place(string address)
    {
        var text = address.Trim().Replace('\\', '/').Split('#', '?')[0];
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0 && !Schemes.Contains(text[..scheme], StringComparer.OrdinalIgnoreCase))
        {
            return text;
        }

        if (scheme < 0 && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && text.IndexOf(':', at) is > 0 and var colon)
        {
            text = $"{text[..colon]}/{text[(colon + 1)..]}";
        }

        var rest = scheme < 0 ? text : text[(scheme + 3)..];
        rest = rest[(rest.Split('/')[0].LastIndexOf('@') + 1)..].TrimEnd('/');
        rest = rest.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? rest[..^4] : rest;
        return rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest;
    }
}
