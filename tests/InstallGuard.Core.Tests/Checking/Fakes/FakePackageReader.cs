namespace InstallGuard.Core.Tests.Fakes;

internal sealed class FakePackageReader(Sha256Digest trust) : IPackageReader
{
    private int _reads;

    public Sha256Digest Trust { get; } = trust;

    public int Reads => _reads;

    public DateTimeOffset? LookedAt { get; private set; }

    public Look Read(Stream package, DateTimeOffset now, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _reads);
        LookedAt = now;
        return ((FakePackageFile.Bytes)package).Look;
    }
}
