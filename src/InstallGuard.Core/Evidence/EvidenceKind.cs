namespace InstallGuard.Evidence;

/// <summary>The kinds of evidence, strongest first. The order decides which kind can vouch for which.</summary>
public enum EvidenceKind
{
    /// <summary>A Sigstore bundle about the package: which build made it.</summary>
    Provenance,

    /// <summary>The author signature in the package.</summary>
    Author,

    /// <summary>The repository's signature in the package, with the package owners.</summary>
    Repository,

    /// <summary>What the nuspec says. Anybody can write it; it never vouches.</summary>
    Claim,
}
