using InstallGuard.Identity;
using InstallGuard.Plugin.Guarding;
using InstallGuard.Plugin.Wire;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Handlers;

/// <summary>The client wants a package: it is downloaded, looked at, and installed only if it passes.</summary>
internal sealed class PrefetchHandler(Guard guard) : Handler<PrefetchPackageRequest, PrefetchPackageResponse>
{
    protected override PrefetchPackageResponse Refusal { get; } = new(MessageResponseCode.Error);

    protected override async Task<PrefetchPackageResponse> HandleAsync(PrefetchPackageRequest request, CancellationToken cancel) =>
        await guard.PrefetchAsync(
            request.PackageSourceRepository,
            new(PackageId.Parse(request.PackageId), PackageVersion.Parse(request.PackageVersion)),
            cancel) switch
        {
            PackageOutcome.Installed => new(MessageResponseCode.Success),
            PackageOutcome.Blocked => Refusal,
        };
}
