using InstallGuard.Adapters.Feeds;

namespace InstallGuard.Plugin.Wire;

/// <summary>
/// What the client says, a message at a time. The client writes every token of a message for itself, some hundred writes
/// each; to be woken by all of them costs more than the message. So a message that has begun is left to grow for a moment.
/// </summary>
/// <param name="client">Standard input.</param>
// The client's writer flushes after each token (System.Diagnostics.Process.StandardInput), and a message ends with its line.
internal sealed class PatientInput(Stream client) : ForwardStream(client)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var filled = Inner.Read(buffer);
        while (filled > 0 && filled < buffer.Length && buffer[filled - 1] != '\n')
        {
            Thread.Sleep(Moment);
            if (Inner.Read(buffer[filled..]) is var more and > 0)
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
}
