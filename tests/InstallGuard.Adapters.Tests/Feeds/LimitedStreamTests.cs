namespace InstallGuard.Adapters.Feeds;

/// <summary>A stream that ends in an error when a feed sends more than it may.</summary>
[TestClass]
public sealed class LimitedStreamTests
{
    private const int Largest = 1000;

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(Largest - 1)]
    [DataRow(Largest)]
    public async Task Answer_that_is_not_too_large_comes_out_as_it_is(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        using var copy = new MemoryStream();

        await using var limited = new LimitedStream(new MemoryStream(bytes), Largest, "feed.example");
        await limited.CopyToAsync(copy, CancellationToken.None);

        Assert.AreSequenceEqual(bytes, copy.ToArray());
    }

    public static IEnumerable<(string Way, Func<Stream, byte[], int> Read)> Ways =>
    [
        ("array", (stream, buffer) => stream.Read(buffer, 0, buffer.Length)),
        ("span", (stream, buffer) => stream.Read(buffer.AsSpan())),
        ("array, later", (stream, buffer) => stream.ReadAsync(buffer, 0, buffer.Length, CancellationToken.None).GetAwaiter().GetResult()),
        ("memory, later", (stream, buffer) => stream.ReadAsync(buffer.AsMemory(), CancellationToken.None).AsTask().GetAwaiter().GetResult()),
        ("byte by byte", (stream, buffer) => stream.ReadByte() < 0 ? 0 : 1),
    ];

    [TestMethod]
    [DynamicData(nameof(Ways))]
    public void One_byte_too_many_is_an_error_however_it_is_read(string way, Func<Stream, byte[], int> read)
    {
        using var limited = new LimitedStream(new MemoryStream(new byte[Largest + 1]), Largest, "feed.example");
        var buffer = new byte[64];
        var total = 0;

        var error = Assert.ThrowsExactly<AnswerTooLargeException>(() =>
        {
            for (var got = read(limited, buffer); got > 0; got = read(limited, buffer))
            {
                total += got;
            }
        });

        Assert.IsLessThanOrEqualTo(Largest, total, way);
        Assert.Contains("feed.example", error.Message);
        Assert.Contains($"{Largest}", error.Message);
    }

    [TestMethod]
    public void Error_is_none_that_nuget_would_try_again_after() =>
        Assert.IsFalse(typeof(IOException).IsAssignableFrom(typeof(AnswerTooLargeException)));

    [TestMethod]
    public void Stream_can_only_be_read()
    {
        using Stream limited = new LimitedStream(new MemoryStream(), Largest, "feed.example");

        Assert.AreEqual((true, false, false), (limited.CanRead, limited.CanWrite, limited.CanSeek));
        _ = Assert.ThrowsExactly<NotSupportedException>(() => limited.Seek(0, SeekOrigin.Begin));
        _ = Assert.ThrowsExactly<NotSupportedException>(() => limited.SetLength(0));
        _ = Assert.ThrowsExactly<NotSupportedException>(() => limited.Write([], 0, 0));
        _ = Assert.ThrowsExactly<NotSupportedException>(() => limited.Length);
    }

    [TestMethod]
    public void Inner_stream_ends_with_it()
    {
        var inner = new MemoryStream();

        new LimitedStream(inner, Largest, "feed.example").Dispose();

        Assert.IsFalse(inner.CanRead);
    }
}
