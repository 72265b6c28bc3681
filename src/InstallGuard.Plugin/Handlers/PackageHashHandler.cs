using InstallGuard.Plugin.Wire;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Handlers;

/// <summary>Asked only by a client that installs a package itself, which it never needs to.</summary>
internal sealed class PackageHashHandler : Handler<GetPackageHashRequest, GetPackageHashResponse>
{
    protected override GetPackageHashResponse Refusal { get; } = new(MessageResponseCode.Error, hash: null);

    protected override Task<GetPackageHashResponse> HandleAsync(GetPackageHashRequest request, CancellationToken cancel) =>
        Task.FromResult(Refusal);
}
