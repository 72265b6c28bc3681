namespace InstallGuard.Adapters.Feeds;

/// <summary>A stream that fails when more comes out of it than it may hold.</summary>
/// <param name="inner">The stream.</param>
/// <param name="largest">The most bytes that may come out of it.</param>
/// <param name="host">Who sends it, for the message.</param>
internal sealed class LimitedStream(Stream inner, long largest, string host) : ForwardStream(inner)
{
    private long _read;

    public override int Read(Span<byte> buffer) => Count(Inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await Inner.ReadAsync(buffer, cancellationToken));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Count(await Inner.ReadAsync(buffer.AsMemory(offset, count), cancellationToken));

    private int Count(int read)
    {
        _read += read;
        return _read <= largest ? read : throw new AnswerTooLargeException(host, largest);
    }
}
