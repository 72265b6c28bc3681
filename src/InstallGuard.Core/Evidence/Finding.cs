namespace InstallGuard.Evidence;

/// <summary>
/// What a look at one kind of evidence found: <see cref="Present"/>, <see cref="Absent"/>, <see cref="Invalid"/>,
/// <see cref="Unavailable"/> or <see cref="NotSought"/>. Doubt is never read as absence.
/// </summary>
/// <typeparam name="T">What is known when it is present.</typeparam>
public abstract record Finding<T>
    where T : class
{
    private Finding(FindingState state) => State = state;

    /// <summary>Which case this is, for switches that must name them all.</summary>
    public FindingState State { get; }

    /// <summary>What was found, when it is there and verifies; otherwise null.</summary>
    public T? Verified => (this as Present)?.Value;

    /// <summary>It is there and it verifies.</summary>
    public sealed record Present(T Value) : Finding<T>(FindingState.Present);

    /// <summary>We looked and it is not there.</summary>
    public sealed record Absent() : Finding<T>(FindingState.Absent);

    /// <summary>It is there and does not verify.</summary>
    public sealed record Invalid(FailedCheck Check) : Finding<T>(FindingState.Invalid)
    {
        /// <summary>
        /// What it says where everything but that last check passes, for a person to decide about; null where nothing can
        /// be said. Nobody may count on it.
        /// </summary>
        public T? Unproven { get; init; }
    }

    /// <summary>We tried to look and could not.</summary>
    public sealed record Unavailable(string Because) : Finding<T>(FindingState.Unavailable);

    /// <summary>Nobody asked for this kind, so nothing is known of it. Enough where nothing was pinned, never elsewhere.</summary>
    public sealed record NotSought() : Finding<T>(FindingState.NotSought);
}
