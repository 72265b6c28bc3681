namespace InstallGuard.Testing;

/// <summary>What kind of feed a test wants. The default is open, plain http, and says nothing about signatures.</summary>
public sealed record TestFeedOptions
{
    /// <summary>The only user who may read, or null for everybody.</summary>
    public FeedCredentials? Credentials { get; init; }

    /// <summary>What the feed announces about its repository signatures, or null for no such resource.</summary>
    /// <remarks>Clients insist on https for this resource: set <see cref="Https"/> too.</remarks>
    public AnnouncedSignatures? Signatures { get; init; }

    /// <summary>Serves https, with a certificate below <see cref="TestAuthority.Transport"/>; see <see cref="Sandbox.TrustTransport"/>.</summary>
    public bool Https { get; init; }

    /// <summary>The name that an https feed goes by, reached through a <see cref="TestProxy"/>; null for its loopback address.</summary>
    public string? Host { get; init; }
}
