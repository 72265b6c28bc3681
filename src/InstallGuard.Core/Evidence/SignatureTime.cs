namespace InstallGuard.Evidence;

/// <summary>When a signature was made: <see cref="Trusted"/> or only <see cref="Claimed"/>.</summary>
public abstract record SignatureTime
{
    private SignatureTime()
    {
    }

    /// <summary>A timestamp authority with a trusted chain says so (RFC 3161).</summary>
    /// <param name="At">The time in the timestamp, UTC.</param>
    public sealed record Trusted(DateTimeOffset At) : SignatureTime;

    /// <summary>There is no timestamp. The signature holds only as long as its certificate.</summary>
    /// <param name="CheckedAt">The time at which the certificate was checked, UTC.</param>
    public sealed record Claimed(DateTimeOffset CheckedAt) : SignatureTime;
}
