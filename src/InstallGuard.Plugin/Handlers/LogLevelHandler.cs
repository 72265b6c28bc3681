using InstallGuard.Plugin.Wire;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Handlers;

/// <summary>The client says how much it wants to hear. Errors and warnings are all that the plugin ever says.</summary>
internal sealed class LogLevelHandler : Handler<SetLogLevelRequest, SetLogLevelResponse>
{
    protected override SetLogLevelResponse Refusal { get; } = new(MessageResponseCode.Error);

    protected override Task<SetLogLevelResponse> HandleAsync(SetLogLevelRequest request, CancellationToken cancel) =>
        Task.FromResult(new SetLogLevelResponse(MessageResponseCode.Success));
}
