using InstallGuard.Text;

namespace InstallGuard.Identity;

/// <summary>
/// The feed that a package came from: all that there is to hold an unsigned package to, and of no account for any other.
/// </summary>
public sealed record FeedIdentity : IEquatable<FeedIdentity>
{
    private const string LocalFolder = "local folder";
    private const string Here = "./";
    private const string Share = "file://";

    private FeedIdentity(string text) => Text = text;

    /// <summary>A folder of this machine, outside of the repository. Where it lies differs from machine to machine and says nothing.</summary>
    public static FeedIdentity Local { get; } = new(LocalFolder);

    /// <summary>
    /// <c>local folder</c>, <c>./</c> and the path of a folder of the repository, <c>file://</c> with host and path for a folder of another machine, or the address in its one spelling (RFC 3986, section 6.2.2): scheme and host in lower case, the
    /// scheme's own port left out, no user, query, fragment and final slash.
    /// </summary>
    public string Text { get; }

    /// <summary>Whether it is a folder and no server: whoever may write into it decides what it has, also of a version that it had before.</summary>
    public bool IsFolder => Text == LocalFolder || Text.StartsWith(Here, StringComparison.Ordinal) || IsOfAnotherMachine;

    /// <summary>Whether it is a folder of another machine.</summary>
    public bool IsOfAnotherMachine => Text.StartsWith(Share, StringComparison.Ordinal);

    /// <summary>A folder of the repository: whoever changes the repository decides what is in it.</summary>
    /// <param name="path">Its path from the root of the repository, with slashes; empty for the root itself.</param>
    public static FeedIdentity InRepository(string path) => new(Here + path);

    /// <summary>Whose source this is; null where it is neither an address nor a folder.</summary>
    /// <param name="source">An address or a full path.</param>
    public static FeedIdentity? Of(string source)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out var uri))
        {
            return uri.IsUnc ? new($"{Share}{uri.Host.ToLowerInvariant()}{uri.AbsolutePath}".TrimEnd('/'))
                : uri.IsFile ? Local
                : uri.Scheme is "https" or "http" && uri.IdnHost.Length > 0 ? new(Address(uri))
                : null;
        }

        return source.StartsWith('/') ? Local : null;
    }

    /// <summary>Reads <see cref="Text"/>; null when it is something else, or spelled otherwise.</summary>
    public static FeedIdentity? Parse(string text) =>
        text == LocalFolder ? Local
        : text.StartsWith(Here, StringComparison.Ordinal) ? (IsPlain(text[Here.Length..]) ? new(text) : null)
        : Of(text) is { } feed && feed.Text == text ? feed : null;

    /// <summary>Whether both are one feed.</summary>
    public bool Equals(FeedIdentity? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text == LocalFolder ? "a local folder" : Text.StartsWith(Here, StringComparison.Ordinal) ? $"{Quoted.Address(Text)}, a folder of the repository" : Quoted.Address(Text);

    private static bool IsPlain(string path) => path.Length == 0 || path.Split('/').All(part => part is not ("" or "." or ".."));

    private static string Address(Uri uri) =>
        $"{uri.Scheme}://{(uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost.ToLowerInvariant())}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}{uri.AbsolutePath}".TrimEnd('/');
}
