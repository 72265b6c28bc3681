using InstallGuard.Adapters.Feeds;
using InstallGuard.Plugin.Wire;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Handlers;

/// <summary>The client hands over the credentials of a source.</summary>
internal sealed class CredentialsHandler(FeedSources feeds) : Handler<SetCredentialsRequest, SetCredentialsResponse>
{
    protected override SetCredentialsResponse Refusal { get; } = new(MessageResponseCode.Error);

    protected override Task<SetCredentialsResponse> HandleAsync(SetCredentialsRequest request, CancellationToken cancel)
    {
        if (request is { Username.Length: > 0, Password: not null })
        {
            feeds.UseCredentials(request.PackageSourceRepository, request.Username, request.Password);
        }

        return Task.FromResult(new SetCredentialsResponse(MessageResponseCode.Success));
    }
}
