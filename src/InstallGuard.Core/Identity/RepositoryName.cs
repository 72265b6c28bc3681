namespace InstallGuard.Identity;

/// <summary>
/// When two names of a repository are one: a plain name in any case; an address with scheme and host in any case, and
/// the rest as it is, where a server may tell one case from the other.
/// </summary>
internal static class RepositoryName
{
    private const string SchemeEnd = "://";

    public static bool Same(string left, string right)
    {
        var (l, r) = (PathOf(left), PathOf(right));
        return left.AsSpan(0, l).Equals(right.AsSpan(0, r), StringComparison.OrdinalIgnoreCase) && left.AsSpan(l).SequenceEqual(right.AsSpan(r));
    }

    private static int PathOf(string name)
    {
        var scheme = name.IndexOf(SchemeEnd, StringComparison.Ordinal);
        var host = scheme + SchemeEnd.Length;
        var path = scheme < 0 ? -1 : name.AsSpan(host).IndexOfAny('/', '?', '#');
        return path < 0 ? name.Length : host + path;
    }
}
