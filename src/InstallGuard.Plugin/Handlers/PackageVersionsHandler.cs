using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Session;
using InstallGuard.Plugin.Guarding;
using InstallGuard.Plugin.Wire;
using InstallGuard.Reports;
using InstallGuard.Text;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Handlers;

/// <summary>Which versions a source has. A source that does not answer is told apart from one that has none.</summary>
internal sealed class PackageVersionsHandler(Guard guard, FeedSources feeds, IReadOnlyCollection<string> providers, IClientLog log, Journal journal)
    : Handler<GetPackageVersionsRequest, GetPackageVersionsResponse>
{
    protected override GetPackageVersionsResponse Refusal { get; } = new(MessageResponseCode.Error, versions: null);

    protected override async Task<GetPackageVersionsResponse> HandleAsync(GetPackageVersionsRequest request, CancellationToken cancel)
    {
        try
        {
            var versions = await feeds.At(request.PackageSourceRepository).VersionsAsync(request.PackageId, cancel);
            await guard.PrefetchDownloadsAsync(request.PackageSourceRepository, request.PackageId, versions, cancel);
            return versions.Count == 0
                ? new(MessageResponseCode.NotFound, versions: null)
                : new(MessageResponseCode.Success, versions);
        }
        catch (FeedException failed)
        {
            // A warning, not an error: whether a source may fail is for the restore to say (RestoreIgnoreFailedSources).
            var (entry, problem) = failed.WantsCredentials
                ? (JournalEntry.CredentialsWanted, RestoreProblem.CredentialsWanted(failed.Message, providers))
                : (JournalEntry.SourceFailed, RestoreProblem.SourceFailed(failed.Message));
            journal.Add(new(entry, Source: SourceName.Of(request.PackageSourceRepository), Text: failed.Message));
            await log.WarningAsync($"{problem.Rule.Code}: {Quoted.Account(request.PackageId)}: {RestoreMessage.Line(problem)}", cancel);
            return Refusal;
        }
    }
}
