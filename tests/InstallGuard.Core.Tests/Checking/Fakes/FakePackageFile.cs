using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests.Fakes;

/// <summary>A package whose bytes are what a look at them finds.</summary>
internal sealed class FakePackageFile(Package package, Look look) : IPackageFile
{
    public const string Feed = "https://feed.example/index.json";

    private static int _installations;

    private int _opened;

    public Package Package { get; } = package;

    public string Source { get; init; } = Feed;

    /// <summary>The package that the installation was bound to by an earlier check.</summary>
    public PackageHash? Bound { get; init; }

    /// <summary>What a comparison of the installed files finds.</summary>
    public InstallationComparison Compared { get; init; } = new InstallationComparison.Same();

    /// <summary>What the file system says of it: another installation each, unless a test says otherwise.</summary>
    public string State { get; init; } = $"{Interlocked.Increment(ref _installations)}";

    /// <summary>How often the installed files were compared.</summary>
    public int Comparisons { get; private set; }

    public Exception? WhenAsked { get; init; }

    public Exception? WhenOpened { get; init; }

    public int Opened => _opened;

    public static FakePackageFile Of(PackageEvidence evidence) => new(evidence.Contents.Declared, Found.Seen(evidence));

    /// <summary>A package that one account owns.</summary>
    public static FakePackageFile OwnedBy(string owner, string id = "Contoso.Json", string version = "2.0.0") =>
        Of(Found.In(Publishers.Package(id, version), repository: Found.Countersigned(Publishers.NuGetOrg(owner))));

    public Installation? Installation() => WhenAsked is null ? new($"/packages/{Package}", State) : throw WhenAsked;

    public InstallationComparison Compare(Stream package, PackageHash hash, CancellationToken cancel)
    {
        Comparisons++;
        return Compared;
    }

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
