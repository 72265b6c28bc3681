namespace InstallGuard.Evidence;

/// <summary>The checks that a signature passes one after the other. The first that fails is reported.</summary>
public enum SignatureCheck
{
    /// <summary>The signature file is one CMS with one signer and NuGet's signed content.</summary>
    Format,

    /// <summary>The hash in the signed content is the package's.</summary>
    PackageHash,

    /// <summary>The signed attributes that NuGet requires are there, once each, and well-formed.</summary>
    SignedAttributes,

    /// <summary>The signing certificate is in the signature and may sign: key, algorithm, usage.</summary>
    Certificate,

    /// <summary>The signature value verifies over the signed attributes.</summary>
    SignatureValue,

    /// <summary>The timestamp is about this signature and made by a trusted authority.</summary>
    Timestamp,

    /// <summary>The certificate chains to a trusted root at the time of the timestamp.</summary>
    Chain,

    /// <summary>The signature that this one countersigns verifies.</summary>
    PrimarySignature,

    /// <summary>The certificate is one of those that the repository signs with.</summary>
    KnownRepository,
}
