namespace InstallGuard.Adapters.Feeds;

/// <summary>How a source is written in ledger, lock and messages: its address or folder, never its credentials.</summary>
public static class SourceName
{
    /// <summary>An address without user, password, query and fragment; a folder as a full path.</summary>
    public static string Of(string source)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out var uri) && !uri.IsFile)
        {
            return $"{uri.Scheme}://{uri.Authority[(uri.Authority.LastIndexOf('@') + 1)..]}{uri.AbsolutePath}".TrimEnd('/');
        }

        return uri is { IsFile: true } ? uri.LocalPath : source;
    }
}
