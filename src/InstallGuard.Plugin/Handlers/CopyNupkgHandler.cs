using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Session;
using InstallGuard.Identity;
using InstallGuard.Plugin.Guarding;
using InstallGuard.Plugin.Wire;
using InstallGuard.Policies;
using InstallGuard.Reports;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Handlers;

/// <summary>
/// The client wants to install a package itself. For a blocked one this is its last try. For one that passed it means
/// that the restore uses another packages folder than the one that it was installed to.
/// </summary>
internal sealed class CopyNupkgHandler(Guard guard, IClientLog log, Journal journal) : Handler<CopyNupkgFileRequest, CopyNupkgFileResponse>
{
    protected override CopyNupkgFileResponse Refusal { get; } = new(MessageResponseCode.Error);

    protected override async Task<CopyNupkgFileResponse> HandleAsync(CopyNupkgFileRequest request, CancellationToken cancel)
    {
        var package = new Package(PackageId.Parse(request.PackageId), PackageVersion.Parse(request.PackageVersion));
        var outcome = await guard.OutcomeOfAsync(request.PackageSourceRepository, package);
        if (outcome is not PackageOutcome.Blocked)
        {
            var problem = RestoreProblem.Bypassed(
                package, guard.Installed.Holds(request.DestinationFilePath) ? null : (request.DestinationFilePath, guard.Installed.Folder));
            journal.Add(new(
                JournalEntry.Blocked, package.ToString(), SourceName.Of(request.PackageSourceRepository),
                Verdict: VerdictKind.Undetermined.ToString(), Text: RestoreMessage.Text(problem)));
            guard.RefuseFromNowOn(request.PackageSourceRepository, package);
            await log.ErrorAsync($"{problem.Rule.Code}: {RestoreMessage.Line(problem)}", cancel);
        }

        return Refusal;
    }
}
