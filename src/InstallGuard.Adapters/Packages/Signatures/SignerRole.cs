namespace InstallGuard.Adapters.Packages.Signatures;

/// <summary>In whose name a signer signs.</summary>
internal enum SignerRole
{
    Author,
    Repository,
}
