using InstallGuard.Identity;
using InstallGuard.Plugin.Guarding;
using InstallGuard.Plugin.Wire;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Handlers;

/// <summary>Copies a package's manifest to where the client reads it, and no other file.</summary>
internal sealed class CopyFilesHandler(Guard guard) : Handler<CopyFilesInPackageRequest, CopyFilesInPackageResponse>
{
    protected override CopyFilesInPackageResponse Refusal { get; } = new(MessageResponseCode.Error, copiedFiles: null);

    protected override async Task<CopyFilesInPackageResponse> HandleAsync(CopyFilesInPackageRequest request, CancellationToken cancel)
    {
        var package = new Package(PackageId.Parse(request.PackageId), PackageVersion.Parse(request.PackageVersion));
        var manifest = guard.Installed.ManifestOf(package);
        if (await guard.OutcomeOfAsync(request.PackageSourceRepository, package) is not PackageOutcome.Installed
            || !request.FilesInPackage.SequenceEqual([Path.GetFileName(manifest)]))
        {
            return Refusal;
        }

        var copy = Path.Combine(request.DestinationFolderPath, Path.GetFileName(manifest));
        File.Copy(manifest, copy, overwrite: true);
        return new(MessageResponseCode.Success, [copy]);
    }
}
