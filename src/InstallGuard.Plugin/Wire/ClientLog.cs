using InstallGuard.Adapters.Session;
using InstallGuard.Plugin.Guarding;
using NuGet.Common;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Wire;

/// <summary>
/// The restore's log, over the protocol. The client has nobody to take messages before it has said how much it wants to
/// hear, and answers one that comes too early with a fault that ends the plugin: until then they wait here.
/// </summary>
internal sealed class ClientLog(Func<IConnection> connection, Journal journal) : IClientLog
{
    private readonly Lock _gate = new();
    private List<LogRequest>? _waiting = [];

    public Task ErrorAsync(string message, CancellationToken cancel) => LogAsync(new(LogLevel.Error, message), cancel);

    public Task WarningAsync(string message, CancellationToken cancel) => LogAsync(new(LogLevel.Warning, message), cancel);

    /// <summary>The client listens from now on: what waited is sent.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        List<LogRequest>? waited;
        lock (_gate)
        {
            waited = _waiting;
            _waiting = null;
        }

        foreach (var request in waited ?? [])
        {
            await SendAsync(request, cancel);
        }

        journal.Add(new(JournalEntry.Said));
    }

    private Task LogAsync(LogRequest request, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_waiting is not null)
            {
                // The client may never listen: then the host says it.
                journal.Add(new(JournalEntry.Waiting, Text: request.Message));
                _waiting.Add(request);
                return Task.CompletedTask;
            }
        }

        return SendAsync(request, cancel);
    }

    private Task<LogResponse?> SendAsync(LogRequest request, CancellationToken cancel) =>
        connection().SendRequestAndReceiveResponseAsync<LogRequest, LogResponse>(MessageMethod.Log, request, cancel);
}
