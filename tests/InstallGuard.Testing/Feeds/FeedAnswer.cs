using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace InstallGuard.Testing;

/// <summary>Sends one body, soundly or with a fault.</summary>
/// <param name="Context">The request being answered.</param>
/// <param name="Body">What a sound feed would send.</param>
/// <param name="Released">Completes when hanging requests are let go.</param>
internal sealed record FeedAnswer(HttpContext Context, byte[] Body, Task Released)
{
    private HttpResponse Response => Context.Response;

    private CancellationToken Gone => Context.RequestAborted;

    public Task SendAsync(FeedFault? fault) => fault switch
    {
        null => SoundAsync(),
        FeedFault.Status status => StatusAsync(status.Code),
        FeedFault.Truncated => TruncatedAsync(),
        FeedFault.Endless => EndlessAsync(),
        FeedFault.Hang => HangAsync(),
        FeedFault.WrongLength wrong => WrongLengthAsync(wrong.Difference),
        FeedFault.Slow slow => SlowAsync(slow),
        FeedFault.OtherBody other => (this with { Body = other.Bytes.ToArray() }).SoundAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault of a feed."),
    };

    private Task StatusAsync(int code)
    {
        Response.StatusCode = code;
        return Task.CompletedTask;
    }

    private async Task SoundAsync()
    {
        var (from, length) = Range();
        Response.ContentLength = length;
        await Response.Body.WriteAsync(Body.AsMemory(from, length), Gone);
    }

    /// <summary>The part that was asked for: the whole, or one range of bytes.</summary>
    private (int From, int Length) Range()
    {
        Response.Headers.AcceptRanges = "bytes";
        var ranges = Context.Request.GetTypedHeaders().Range?.Ranges;
        if (ranges is not { Count: 1 } || Body.Length == 0)
        {
            return (0, Body.Length);
        }

        var range = ranges.First();
        var from = range.From ?? Math.Max(0, Body.Length - (range.To ?? 0));
        var to = range.From is null ? Body.Length - 1 : Math.Min(range.To ?? long.MaxValue, Body.Length - 1);
        if (from > to)
        {
            Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            return (0, 0);
        }

        Response.StatusCode = StatusCodes.Status206PartialContent;
        Response.Headers.ContentRange = new ContentRangeHeaderValue(from, to, Body.Length).ToString();
        return ((int)from, (int)(to - from + 1));
    }

    // Kestrel ends the connection after a body that is shorter than announced. Aborting it here instead would make the
    // client's system throw away what it has received, and the client would never see the half that was sent.
    private async Task TruncatedAsync()
    {
        Response.ContentLength = Body.Length;
        await Response.Body.WriteAsync(Body.AsMemory(0, Body.Length / 2), Gone);
    }

    private async Task EndlessAsync()
    {
        await Response.Body.WriteAsync(Body, Gone);
        var more = new byte[64 * 1024];
        while (!Gone.IsCancellationRequested && !Released.IsCompleted)
        {
            await Response.Body.WriteAsync(more, Gone);
            await Response.Body.FlushAsync(Gone);
        }

        Context.Abort();
    }

    private async Task HangAsync()
    {
        await Released.WaitAsync(Gone);
        Context.Abort();
    }

    private async Task WrongLengthAsync(int difference)
    {
        var announced = Math.Max(0, Body.Length + difference);
        Response.ContentLength = announced;
        await Response.Body.WriteAsync(Body.AsMemory(0, Math.Min(announced, Body.Length)), Gone);
    }

    private async Task SlowAsync(FeedFault.Slow slow)
    {
        Response.ContentLength = Body.Length;
        foreach (var part in Body.Chunk(slow.Bytes))
        {
            await Response.Body.WriteAsync(part, Gone);
            await Response.Body.FlushAsync(Gone);
            _ = await Task.WhenAny(Released, Task.Delay(slow.Interval, Gone));
        }
    }
}
