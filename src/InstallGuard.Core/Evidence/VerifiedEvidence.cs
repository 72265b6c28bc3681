namespace InstallGuard.Evidence;

/// <summary>Evidence about one exact set of bytes. Only a reader that checked them can make one.</summary>
public sealed class VerifiedEvidence
{
    internal VerifiedEvidence(PackageEvidence found) => Found = found;

    /// <summary>What was found.</summary>
    public PackageEvidence Found { get; }
}
