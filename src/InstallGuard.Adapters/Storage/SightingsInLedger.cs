using InstallGuard.Adapters.Storage.Sqlite;
using InstallGuard.Checking;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Adapters.Storage;

/// <summary>The sightings in the ledger. A row that cannot be read is damage: to skip it would be to forget it silently.</summary>
public sealed class SightingsInLedger(LedgerDatabase ledger) : ISightings
{
    /// <inheritdoc/>
    public IReadOnlyList<Sighting> Of(Package package) => ledger.Read(file =>
        Rows(file.Query("sightings-of-version.sql", StorageKey.Of(package.Id), StorageKey.Of(package.Version))));

    /// <inheritdoc/>
    public IReadOnlyList<Sighting> Of(PackageId id) => ledger.Read(file =>
        Rows(file.Query("sightings-of-id.sql", StorageKey.Of(id))));

    /// <inheritdoc/>
    public void Add(IReadOnlyCollection<Sighting> sightings)
    {
        if (sightings.Count == 0)
        {
            return;
        }

        ledger.Write(file =>
        {
            foreach (var sighting in sightings)
            {
                var ((id, version), contents, identity, source, firstSeen) = sighting;
                file.Run(
                    "add-sighting.sql", StorageKey.Of(id), StorageKey.Of(version), contents.Hex, source,
                    id.Text, version.Text, identity, StorageTime.Text(firstSeen), Publisher(sighting));
            }
        });
    }

    private static List<Sighting> Rows(SqliteStatement rows)
    {
        using (rows)
        {
            var sightings = new List<Sighting>();
            while (rows.Next())
            {
                sightings.Add(Row(rows));
            }

            return sightings;
        }
    }

    private static Sighting Row(SqliteStatement row) =>
        PackageId.TryParse(row.Text(0), out var id)
        && PackageVersion.TryParse(row.Text(1), out var version)
        && Sha256Digest.TryParse(row.Text(2), out var contents)
        && StorageTime.TryParse(row.Text(5), out var firstSeen)
            ? new(new(id, version), contents, row.Text(3), row.Text(4), firstSeen) { Publisher = Publisher(row.Text(6), $"{id} {version}") }
            : throw SqliteFailure.Damage($"a sighting of {row.Text(0)} {row.Text(1)} is not well-formed");

    // As the pin that a first use of it would have been.
    private static string Publisher(Sighting sighting) => sighting.Publisher is { } publisher
        ? PinText.Write(new(sighting.Package.Version, publisher, new PinOrigin.FirstUse(DateOnly.FromDateTime(sighting.FirstSeen.UtcDateTime))))
        : "";

    private static PublisherIdentity? Publisher(string text, string package)
    {
        try
        {
            return text.Length == 0 ? null : PinText.Read(text).Identity;
        }
        catch (LockFormatException)
        {
            throw SqliteFailure.Damage($"the publisher in a sighting of {package} is not well-formed");
        }
    }
}
