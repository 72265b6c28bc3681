using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests.Fakes;

/// <summary>A package whose bytes are what a look at them finds.</summary>
internal sealed class FakePackageFile(Package package, Look look) : IPackageFile
{
    public const string Feed = "https://feed.example/index.json";

    private int _opened;

    public Package Package { get; } = package;

    public string Source { get; init; } = Feed;

    public PackageHash? Recorded { get; init; }

    public Exception? WhenAsked { get; init; }

    public Exception? WhenOpened { get; init; }

    public int Opened => _opened;

    public static FakePackageFile Of(PackageEvidence evidence) => new(evidence.Contents.Declared, Found.Seen(evidence));

    /// <summary>A package that one account owns.</summary>
    public static FakePackageFile OwnedBy(string owner, string id = "Contoso.Json", string version = "2.0.0") =>
        Of(Found.In(Publishers.Package(id, version), repository: Found.Countersigned(Publishers.NuGetOrg(owner))));

    public PackageHash? RecordedHash() => WhenAsked is null ? Recorded : throw WhenAsked;

    public Stream Open()
    {
        Interlocked.Increment(ref _opened);
        return WhenOpened is null ? new Bytes(look) : throw WhenOpened;
    }

    /// <summary>Bytes that only the fake reader can read.</summary>
    internal sealed class Bytes(Look look) : MemoryStream
    {
        public Look Look { get; } = look;
    }
}
