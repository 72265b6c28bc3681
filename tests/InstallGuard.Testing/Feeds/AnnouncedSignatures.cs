namespace InstallGuard.Testing;

/// <summary>The content of a feed's RepositorySignatures resource.</summary>
/// <param name="AllRepositorySigned">Whether the feed claims that all its packages carry its signature.</param>
/// <param name="Fingerprints">SHA-256 of the certificates that it signs with, in hexadecimal.</param>
public sealed record AnnouncedSignatures(bool AllRepositorySigned, IReadOnlyList<string> Fingerprints);
