using InstallGuard.Identity;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Which feed a source is, for what is restored in a repository: a folder inside of it is another than any outside.</summary>
/// <param name="root">The root of the repository.</param>
public sealed class RepositoryFeeds(string root)
{
    private readonly Lazy<string> _root = new(() => RealPath.Of(root));

    /// <summary>The feed; null where the source is neither an address nor a folder, or cannot be followed to where it leads.</summary>
    /// <param name="source">An address or a full path.</param>
    public FeedIdentity? Of(string source)
    {
        var feed = FeedIdentity.Of(source);
        var path = Uri.TryCreate(source, UriKind.Absolute, out var uri) ? uri.LocalPath : source;
        if (!FeedIdentity.Local.Equals(feed) || !Path.IsPathFullyQualified(path))
        {
            return feed;
        }

        try
        {
            // A link in the repository is its own as well, wherever it leads.
            var folder = Path.GetFullPath(path);
            return Inside(Path.GetFullPath(root), folder) ?? Inside(_root.Value, RealPath.Of(folder)) ?? feed;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FeedIdentity? Inside(string root, string folder)
    {
        var relative = Path.GetRelativePath(root, Path.TrimEndingDirectorySeparator(folder)).Replace(Path.DirectorySeparatorChar, '/');
        return relative == "." ? FeedIdentity.InRepository("")
            : Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) ? null
            : FeedIdentity.InRepository(relative);
    }
}
