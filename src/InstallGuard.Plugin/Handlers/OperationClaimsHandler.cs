using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Session;
using InstallGuard.Plugin.Wire;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Handlers;

/// <summary>Claims the downloads of every HTTP source. Asked without a source, which is about credentials, it claims nothing.</summary>
internal sealed class OperationClaimsHandler(Journal journal) : Handler<GetOperationClaimsRequest, GetOperationClaimsResponse>
{
    // The client keeps what it is told here for a month; an empty answer would switch the guard off without a word.
    protected override GetOperationClaimsResponse Refusal { get; } = new([OperationClaim.DownloadPackage]);

    protected override Task<GetOperationClaimsResponse> HandleAsync(GetOperationClaimsRequest request, CancellationToken cancel)
    {
        if (request.PackageSourceRepository is null)
        {
            return Task.FromResult(new GetOperationClaimsResponse([]));
        }

        journal.Add(new(JournalEntry.Asked, Source: SourceName.Of(request.PackageSourceRepository)));
        return Task.FromResult(new GetOperationClaimsResponse([OperationClaim.DownloadPackage]));
    }
}
