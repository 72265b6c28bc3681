using InstallGuard.Identity;
using InstallGuard.Plugin.Guarding;
using InstallGuard.Plugin.Wire;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Handlers;

/// <summary>
/// What is in a package. While it walks the dependencies the client wants the manifest and nothing else; when it comes
/// to install, it finds the package installed and does not ask.
/// </summary>
internal sealed class FilesInPackageHandler(Guard guard) : Handler<GetFilesInPackageRequest, GetFilesInPackageResponse>
{
    protected override GetFilesInPackageResponse Refusal { get; } = new(MessageResponseCode.Error, files: null);

    protected override async Task<GetFilesInPackageResponse> HandleAsync(GetFilesInPackageRequest request, CancellationToken cancel)
    {
        var package = new Package(PackageId.Parse(request.PackageId), PackageVersion.Parse(request.PackageVersion));
        return await guard.OutcomeOfAsync(request.PackageSourceRepository, package) is PackageOutcome.Installed
            ? new(MessageResponseCode.Success, [Path.GetFileName(guard.Installed.ManifestOf(package))])
            : Refusal;
    }
}
