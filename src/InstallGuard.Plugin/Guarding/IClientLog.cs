namespace InstallGuard.Plugin.Guarding;

/// <summary>The restore's own log. An error in it makes the restore fail.</summary>
internal interface IClientLog
{
    Task ErrorAsync(string message, CancellationToken cancel);

    Task WarningAsync(string message, CancellationToken cancel);
}
