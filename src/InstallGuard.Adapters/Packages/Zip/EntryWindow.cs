namespace InstallGuard.Adapters.Packages.Zip;

/// <summary>The packed bytes of one entry, read once from front to end. The file is left open.</summary>
internal sealed class EntryWindow(Stream file, long offset, long length) : Stream
{
    private long _left = length;
    private long _at = offset;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        file.Position = _at;
        var read = file.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _at += read;
        _left -= read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
