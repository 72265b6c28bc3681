namespace InstallGuard.Core.Tests.Fakes;

internal sealed class FakeSightings : ISightings
{
    public List<Sighting> All { get; } = [];

    public bool Broken { get; set; }

    public bool ReadOnly { get; set; }

    public IReadOnlyList<Sighting> Of(Package package) => Readable().Where(sighting => sighting.Package == package).ToList();

    public IReadOnlyList<Sighting> Of(PackageId id) => Readable().Where(sighting => sighting.Package.Id == id).ToList();

    public void Add(IReadOnlyCollection<Sighting> sightings)
    {
        if (Broken || ReadOnly)
        {
            throw Failure();
        }

        All.AddRange(sightings);
    }

    private List<Sighting> Readable() => Broken ? throw Failure() : All;

    private static LedgerException Failure() => new("ledger.db: database is locked", new IOException());
}
