namespace InstallGuard.Plugin.Wire;

/// <summary>
/// What the client says, a message at a time. The client writes every token of a message for itself, some hundred writes
/// each; to be woken by all of them costs more than the message. So a message that has begun is left to grow for a moment.
/// </summary>
/// <param name="client">Standard input.</param>
// The client's writer flushes after each token (System.Diagnostics.Process.StandardInput), and a message ends with its line.
internal sealed class PatientInput(Stream client) : Stream
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var filled = client.Read(buffer);
        while (filled > 0 && filled < buffer.Length && buffer[filled - 1] != '\n')
        {
            Thread.Sleep(Moment);
            if (client.Read(buffer[filled..]) is var more and > 0)
            {
                filled += more;
            }
            else
            {
                break;
            }
        }

        return filled;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            client.Dispose();
        }

        base.Dispose(disposing);
    }
}
