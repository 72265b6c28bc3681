using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Session;
using InstallGuard.Decisions;
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
    /// <summary>How long a source may take to say which versions it has.</summary>
    public static readonly TimeSpan LongestListing = TimeSpan.FromMinutes(5);

    protected override GetPackageVersionsResponse Refusal { get; } = new(MessageResponseCode.Error, versions: null);

    protected override async Task<GetPackageVersionsResponse> HandleAsync(GetPackageVersionsRequest request, CancellationToken cancel)
    {
        try
        {
            var versions = await feeds.At(request.PackageSourceRepository).VersionsAsync(request.PackageId, cancel).WaitAsync(LongestListing, cancel);
            await guard.PrefetchDownloadsAsync(request.PackageSourceRepository, request.PackageId, versions, cancel);
            return versions.Count == 0
                ? new(MessageResponseCode.NotFound, versions: null)
                : new(MessageResponseCode.Success, versions);
        }
        catch (TimeoutException)
        {
            var late = $"{Quoted.Address(SourceName.Of(request.PackageSourceRepository))}: it did not say within {LongestListing.TotalMinutes} minutes which versions it has";
            journal.Add(new(JournalEntry.SourceFailed, Source: SourceName.Of(request.PackageSourceRepository), Text: late));
            await log.WarningAsync($"{RuleCatalog.Undetermined.Code}: {Quoted.Account(request.PackageId)}: {RestoreMessage.Line(RestoreProblem.SourceFailed(late))}", cancel);
            return Refusal;
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
