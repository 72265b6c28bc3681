namespace InstallGuard.Adapters.Storage;

/// <summary>A clock that stands still, except that each look at its stopwatch takes <paramref name="step"/>.</summary>
internal sealed class TestClock(TimeSpan step = default) : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Add(ref _ticks, step.Ticks);
}
