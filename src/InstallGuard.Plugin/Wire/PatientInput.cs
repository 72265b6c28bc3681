using InstallGuard.Adapters.Feeds;

namespace InstallGuard.Plugin.Wire;

/// <summary>
/// What the client says, a message at a time. The client writes every token of a message for itself, some hundred writes
/// each; to be woken by all of them costs more than the message. So a message that has begun is left to grow for a moment.
/// </summary>
/// <param name="client">Standard input.</param>
/// <param name="ended">Called, once or several times, when the client will say nothing more: it is gone.</param>
// The client's writer flushes after each token (System.Diagnostics.Process.StandardInput), and a message ends with its line.
internal sealed class PatientInput(Stream client, Action ended) : ForwardStream(client)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var filled = ReadSome(buffer);
        while (filled > 0 && filled < buffer.Length && buffer[filled - 1] != '\n')
        {
            Thread.Sleep(Moment);
            if (ReadSome(buffer[filled..]) is var more and > 0)
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

    private int ReadSome(Span<byte> buffer)
    {
        var read = Inner.Read(buffer);
        if (read == 0 && !buffer.IsEmpty)
        {
            ended();
        }

        return read;
    }
}
