namespace InstallGuard.EndToEnd.Failures;

/// <summary>Waits for what another process does.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Returns once it is so; fails when it is not so in a minute, or when <paramref name="unless"/> ends first.</summary>
    public static async Task True(Func<bool> condition, string what, Task? unless = null)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var deadline = new CancellationTokenSource(Patience);
        while (!condition())
        {
            if (unless is { IsCompleted: true })
            {
                await unless;
                Assert.Fail($"it ended before this happened: {what}");
            }

            try
            {
                _ = await tick.WaitForNextTickAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"this did not happen within {Patience}: {what}");
            }
        }
    }
}
