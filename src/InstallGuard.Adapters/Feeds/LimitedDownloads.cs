using NuGet.Protocol;
using NuGet.Protocol.Core.Types;

namespace InstallGuard.Adapters.Feeds;

/// <summary>
/// NuGet's own HTTP stack, with an end to every answer: a feed that never stops sending must not fill the disk.
/// </summary>
/// <param name="largest">The most bytes that one answer may have.</param>
internal sealed class LimitedDownloads(long largest)
    : ResourceProvider(typeof(HttpHandlerResource), nameof(LimitedDownloads), before: nameof(HttpHandlerResourceV3Provider))
{
    private readonly HttpHandlerResourceV3Provider _inner = new();

    public override async Task<Tuple<bool, INuGetResource?>> TryCreate(SourceRepository source, CancellationToken token)
    {
        var (created, resource) = await _inner.TryCreate(source, token);
        if (!created || resource is not HttpHandlerResourceV3 http)
        {
            return new(created, resource);
        }

#pragma warning disable CA2000 // The resource owns its handler for as long as the source lives.
        return new(true, new HttpHandlerResourceV3(http.ClientHandler, new LimitingHandler(http.MessageHandler, largest)));
#pragma warning restore CA2000
    }

    private sealed class LimitingHandler(HttpMessageHandler inner, long largest) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var limited = new StreamContent(
                new LimitedStream(await response.Content.ReadAsStreamAsync(cancellationToken), largest, request.RequestUri?.Host ?? ""));
            foreach (var (name, values) in response.Content.Headers)
            {
                limited.Headers.TryAddWithoutValidation(name, values);
            }

            response.Content = limited;
            return response;
        }
    }
}
