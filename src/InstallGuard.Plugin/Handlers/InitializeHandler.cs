using InstallGuard.Plugin.Wire;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Handlers;

/// <summary>The client says hello. There is nothing to prepare that would not be prepared when it is needed.</summary>
internal sealed class InitializeHandler : Handler<InitializeRequest, InitializeResponse>
{
    protected override InitializeResponse Refusal { get; } = new(MessageResponseCode.Error);

    protected override Task<InitializeResponse> HandleAsync(InitializeRequest request, CancellationToken cancel) =>
        Task.FromResult(new InitializeResponse(MessageResponseCode.Success));
}
