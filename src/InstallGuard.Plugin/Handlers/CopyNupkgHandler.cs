using InstallGuard.Identity;
using InstallGuard.Plugin.Guarding;
using InstallGuard.Plugin.Wire;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Handlers;

/// <summary>
/// The client wants to install a package itself. For a blocked one this is its last try. For one that passed it means
/// that the restore uses another packages folder than the one that it was installed to.
/// </summary>
internal sealed class CopyNupkgHandler(Guard guard, IClientLog log) : Handler<CopyNupkgFileRequest, CopyNupkgFileResponse>
{
    protected override CopyNupkgFileResponse Refusal { get; } = new(MessageResponseCode.Error);

    protected override async Task<CopyNupkgFileResponse> HandleAsync(CopyNupkgFileRequest request, CancellationToken cancel)
    {
        var package = new Package(PackageId.Parse(request.PackageId), PackageVersion.Parse(request.PackageVersion));
        if (await guard.OutcomeOfAsync(request.PackageSourceRepository, package) is PackageOutcome.Installed
            && !guard.Installed.Holds(request.DestinationFilePath))
        {
            await log.ErrorAsync(
                $"IG3004: {package}: the restore installs to {Reports.Visible.Text(request.DestinationFilePath)}, "
                + $"and InstallGuard to {guard.Installed.Folder}; restore with `installguard restore`, or set NUGET_PACKAGES",
                cancel);
        }

        return Refusal;
    }
}
