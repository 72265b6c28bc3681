using InstallGuard.Plugin.Wire;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Handlers;

/// <summary>
/// The client says how much it wants to hear: from here on it listens. Errors and warnings are all that the plugin ever says.
/// </summary>
internal sealed class LogLevelHandler(ClientLog log) : Handler<SetLogLevelRequest, SetLogLevelResponse>
{
    protected override SetLogLevelResponse Refusal { get; } = new(MessageResponseCode.Error);

    protected override async Task<SetLogLevelResponse> HandleAsync(SetLogLevelRequest request, CancellationToken cancel)
    {
        await log.OpenAsync(cancel);
        return new(MessageResponseCode.Success);
    }
}
