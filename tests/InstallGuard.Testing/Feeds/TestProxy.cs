using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InstallGuard.Testing;

/// <summary>A proxy that leads every name to one feed: the feed can then have an address that is not of this machine.</summary>
public sealed class TestProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly int target;
    private readonly Task accepting;

    private TestProxy(int target)
    {
        this.target = target;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>What <c>https_proxy</c> names.</summary>
    public string Address => $"http://{listener.LocalEndpoint}";

    /// <summary>Opens one that leads to this feed.</summary>
    public static TestProxy To(TestFeed feed) => new(feed.Port);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Dispose();
        await accepting;
        ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = LeadAsync(await listener.AcceptTcpClientAsync(ended.Token));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task LeadAsync(TcpClient client)
    {
        try
        {
            using var near = client;
            var here = near.GetStream();
            await SkipHeadAsync(here);
            using var far = new TcpClient();
            await far.ConnectAsync(IPAddress.Loopback, target, ended.Token);
            var there = far.GetStream();
            await here.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), ended.Token);
            _ = await Task.WhenAny(here.CopyToAsync(there, ended.Token), there.CopyToAsync(here, ended.Token));
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException)
        {
            // One side has left.
        }
    }

    // The lines of a CONNECT request up to the empty one.
    private async Task SkipHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, ended.Token);
            _ = head.Append((char)one[0]);
        }
    }
}
