namespace InstallGuard.Testing;

/// <summary>A request that a feed has received.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as the client wrote it, in lower case where NuGet writes it so.</param>
/// <param name="Authenticated">Whether it carried any credentials.</param>
public sealed record FeedRequest(string Method, string Path, bool Authenticated)
{
    /// <summary>Method and path on one line.</summary>
    public override string ToString() => $"{Method} {Path}";
}
