namespace InstallGuard.Testing;

/// <summary>A package source in a sandbox's nuget.config.</summary>
/// <param name="Name">The key of the source.</param>
/// <param name="Url">A service index, or a folder.</param>
/// <param name="Credentials">Written in clear text, if given.</param>
public sealed record SandboxSource(string Name, string Url, FeedCredentials? Credentials = null)
{
    /// <summary>A feed with its credentials.</summary>
    public static SandboxSource Of(TestFeed feed, string name = "test") => new(name, feed.Index, feed.Credentials);
}
