namespace InstallGuard.Policies;

/// <summary>What is tolerated. Only what ends in <see cref="Disposition.Block"/> stops a restore.</summary>
/// <param name="Locked">The lock is taken as it is: nothing is written, and a package without a pin is an error.</param>
public sealed record Policy(bool Locked)
{
    /// <summary>Why it is locked; null where it is not, or nobody said.</summary>
    public LockReason? Reason { get; init; }

    /// <summary>First uses are recorded; whatever asks for a person blocks.</summary>
    public static Policy Default { get; } = new(Locked: false);

    /// <summary>What is done about a verdict.</summary>
    public Disposition For(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Match => Disposition.Allow,
        VerdictKind.Notice => Disposition.Warn,
        VerdictKind.FirstUse => Locked ? Disposition.Block : Disposition.Record,
        VerdictKind.Review => Disposition.Block,
        VerdictKind.Undetermined => Disposition.Block,
        VerdictKind.Reject => Disposition.Block,
    };
}
