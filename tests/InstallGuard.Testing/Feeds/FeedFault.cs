namespace InstallGuard.Testing;

/// <summary>A way in which a feed answers badly. The cases are these and no others.</summary>
public abstract record FeedFault
{
    private FeedFault()
    {
    }

    /// <summary>Nothing but this HTTP status.</summary>
    /// <param name="Code">Such as 404 or 500.</param>
    public sealed record Status(int Code) : FeedFault;

    /// <summary>Announces the full length, sends half, and breaks the connection.</summary>
    public sealed record Truncated : FeedFault;

    /// <summary>Sends the right bytes and then more, without end, until the client gives up.</summary>
    public sealed record Endless : FeedFault;

    /// <summary>Answers nothing until <see cref="TestFeed.Release"/> or the end of the feed.</summary>
    public sealed record Hang : FeedFault;

    /// <summary>Announces a length that is wrong. Too small: the body ends there, in good order. Too large: the connection ends early.</summary>
    /// <param name="Difference">How much is added to the true length.</param>
    public sealed record WrongLength(int Difference) : FeedFault;

    /// <summary>Trickles.</summary>
    /// <param name="Bytes">How much is sent at a time.</param>
    /// <param name="Interval">How long it waits in between.</param>
    public sealed record Slow(int Bytes, TimeSpan Interval) : FeedFault;

    /// <summary>Answers with these bytes in place of the right ones.</summary>
    /// <param name="Bytes">The whole body.</param>
    public sealed record OtherBody(ReadOnlyMemory<byte> Bytes) : FeedFault;
}
