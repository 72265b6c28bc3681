using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace InstallGuard.Testing;

/// <summary>A NuGet V3 feed on this machine's loopback, and a V2 one beside it: service index, package contents, and any misbehaviour that a test asks for.</summary>
/// <remarks>Every member may be called while clients are reading.</remarks>
public sealed class TestFeed : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly TestFeedOptions options;
    private readonly FeedShelf shelf = new();
    private readonly ConcurrentDictionary<string, bool> hidden = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FeedRequest> requests = new();
    private readonly ConcurrentQueue<(string PathContains, FeedFault Fault)> faults = new();
    private TaskCompletionSource released = NewRelease();
    private volatile AnnouncedSignatures? announced;

    private TestFeed(TestFeedOptions options)
    {
        this.options = options;
        announced = options.Signatures;
        var builder = WebApplication.CreateEmptyBuilder(new());
        _ = builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            // The endless and the trickling answers must be ended by clients, not by the server.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port: 0, Listen);
        });
        server = builder.Build();
        server.Run(AnswerAsync);
    }

    /// <summary>The address without a path, such as http://127.0.0.1:5000.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Where it listens on the loopback.</summary>
    public int Port { get; private set; }

    /// <summary>The URL of the service index: what a nuget.config names.</summary>
    public string Index => Address + FeedDocuments.IndexPath;

    /// <summary>The URL under which the same packages are a V2 feed.</summary>
    public string V2 => Address + FeedDocuments.V2Path;

    /// <summary>Who may read, or null for everybody.</summary>
    public FeedCredentials? Credentials => options.Credentials;

    /// <summary>What has been asked so far, refused requests included.</summary>
    public IReadOnlyList<FeedRequest> Requests => [.. requests];

    /// <summary>Opens a feed on a free port.</summary>
    public static async Task<TestFeed> StartAsync(TestFeedOptions? options = null)
    {
        var feed = new TestFeed(options ?? new());
        await feed.server.StartAsync();
        feed.Port = new Uri(feed.server.Urls.Single()).Port;
        feed.Address = feed.options.Host is { } host ? $"https://{host}" : feed.server.Urls.Single();
        return feed;
    }

    /// <summary>Offers a package under the id and version of its nuspec; in place of an earlier one, if there is one.</summary>
    public TestFeed Add(byte[] nupkg)
    {
        shelf.Add(nupkg);
        return this;
    }

    /// <summary>Offers bytes that need not be a package under any id and version.</summary>
    /// <param name="id">The id in the URL.</param>
    /// <param name="version">The version in the URL.</param>
    /// <param name="nupkg">The body of the package request.</param>
    /// <param name="nuspec">The body of the nuspec request.</param>
    public TestFeed Add(string id, string version, byte[] nupkg, byte[]? nuspec = null)
    {
        shelf.Put(id, version, nupkg, nuspec ?? []);
        return this;
    }

    /// <summary>From now on the version is there and not listed.</summary>
    public void Hide(string id, string version) => hidden[$"{id}/{version}".ToLowerInvariant()] = true;

    /// <summary>Withdraws a version; says whether there was one.</summary>
    public bool Remove(string id, string version) => shelf.Remove(id, version);

    /// <summary>From now on the feed announces this about its signatures, in place of what it announced before.</summary>
    public void Announce(AnnouncedSignatures signatures) => announced = signatures;

    /// <summary>From now on, requests whose path contains this text are answered badly. The first matching order wins.</summary>
    public void Misbehave(string pathContains, FeedFault fault) => faults.Enqueue((pathContains, fault));

    /// <summary>Ends all misbehaviour that has not begun yet.</summary>
    public void Behave() => faults.Clear();

    /// <summary>Breaks off the requests that hang or never end, and sends the rest of those that trickle.</summary>
    public void Release() => Interlocked.Exchange(ref released, NewRelease()).TrySetResult();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // New requests must not hang either, so there is no new release after this one.
        _ = released.TrySetResult();
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await server.StopAsync(now.Token);
        await server.DisposeAsync();
    }

    private static TaskCompletionSource NewRelease() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Listen(ListenOptions listen)
    {
        // HTTP/1.1 alone: "the connection breaks" then means the same for every client.
        listen.Protocols = HttpProtocols.Http1;
        if (options.Https)
        {
            var certificate = options.Host is { } host ? TestAuthority.Shared.IssueTransport(host) : TestAuthority.Shared.Loopback;
            _ = listen.UseHttps(https =>
            {
                https.ServerCertificate = certificate.Certificate;
                https.ServerCertificateChain = certificate.ChainCollection();
            });
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        var authorization = context.Request.Headers.Authorization.ToString();
        requests.Enqueue(new(context.Request.Method, path, authorization.Length > 0));

        if (options.Credentials is { } credentials && authorization != credentials.Header)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"test\"";
            return;
        }

        var body = path == FeedDocuments.V2VersionsPath ? V2Versions(context.Request.Query["id"].ToString().Trim('\'')) : Body(path);
        var fault = faults.FirstOrDefault(order => path.Contains(order.PathContains, StringComparison.OrdinalIgnoreCase)).Fault;
        if (body is null && fault is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            await new FeedAnswer(context, body ?? [], released.Task).SendAsync(fault);
        }
        catch (OperationCanceledException)
        {
            // The client has left, as some tests want it to.
        }
    }

    private byte[]? Body(string path) => path switch
    {
        FeedDocuments.IndexPath => FeedDocuments.Index(Address, announced),
        FeedDocuments.SignaturesPath when announced is { } signatures => FeedDocuments.Signatures(Address, signatures),
        _ when path.StartsWith(FeedDocuments.RegistrationsPath, StringComparison.Ordinal) => Registrations(path[FeedDocuments.RegistrationsPath.Length..].Split('/')[0]),
        _ when path.StartsWith(FeedDocuments.FlatPath, StringComparison.Ordinal) => shelf.Find(path[FeedDocuments.FlatPath.Length..]),
        _ => null,
    };

    private byte[] V2Versions(string id) => FeedDocuments.V2Versions(Address, id, shelf.Versions(id));

    private byte[]? Registrations(string id) => shelf.Versions(id) is { Count: > 0 } versions ? FeedDocuments.Registrations(Address, id, versions, version => !hidden.ContainsKey($"{id}/{version}".ToLowerInvariant())) : null;
}
