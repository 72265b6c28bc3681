using System.Net;
using NuGet.Configuration;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Wire;

/// <summary>Credentials for a source, asked of the client: it knows the configuration, and the user's credential plugins.</summary>
internal sealed class ClientCredentials(Func<IConnection> connection) : ICredentialService
{
    public bool HandlesDefaultCredentials => false;

    public async Task<ICredentials?> GetCredentialsAsync(
        Uri uri, IWebProxy? proxy, CredentialRequestType type, string message, CancellationToken cancellationToken)
    {
        var status = type switch
        {
            CredentialRequestType.Proxy => HttpStatusCode.ProxyAuthenticationRequired,
            CredentialRequestType.Unauthorized => HttpStatusCode.Unauthorized,
            CredentialRequestType.Forbidden => HttpStatusCode.Forbidden,
        };
        var response = await connection().SendRequestAndReceiveResponseAsync<GetCredentialsRequest, GetCredentialsResponse>(
            MessageMethod.GetCredentials, new GetCredentialsRequest(uri.OriginalString, status), cancellationToken);
        return response is { ResponseCode: MessageResponseCode.Success, Username: not null }
            ? new NetworkCredential(response.Username, response.Password)
            : null;
    }

    public bool TryGetLastKnownGoodCredentialsFromCache(Uri uri, bool isProxy, out ICredentials? credentials)
    {
        credentials = null;
        return false;
    }
}
