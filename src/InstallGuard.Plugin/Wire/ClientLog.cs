using InstallGuard.Plugin.Guarding;
using NuGet.Common;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Wire;

/// <summary>The restore's log, over the protocol.</summary>
internal sealed class ClientLog(Func<IConnection> connection) : IClientLog
{
    public Task ErrorAsync(string message, CancellationToken cancel) => LogAsync(LogLevel.Error, message, cancel);

    public Task WarningAsync(string message, CancellationToken cancel) => LogAsync(LogLevel.Warning, message, cancel);

    private Task<LogResponse?> LogAsync(LogLevel level, string message, CancellationToken cancel) =>
        connection().SendRequestAndReceiveResponseAsync<LogRequest, LogResponse>(
            MessageMethod.Log, new LogRequest(level, message), cancel);
}
