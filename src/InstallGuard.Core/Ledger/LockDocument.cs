using System.Collections.Immutable;
using InstallGuard.Identity;

namespace InstallGuard.Ledger;

/// <summary>What the lock file says: for each package the publishers that were accepted, and since which version. A value.</summary>
public sealed class LockDocument
{
    private readonly ImmutableSortedDictionary<PackageId, ImmutableArray<Pin>> _packages;

    private LockDocument(ImmutableSortedDictionary<PackageId, ImmutableArray<Pin>> packages) => _packages = packages;

    /// <summary>A lock that knows nobody yet.</summary>
    public static LockDocument Empty { get; } = new(ImmutableSortedDictionary<PackageId, ImmutableArray<Pin>>.Empty);

    /// <summary>The packages in the order of the file, each with its pins from the lowest version up.</summary>
    public IEnumerable<KeyValuePair<PackageId, ImmutableArray<Pin>>> Packages => _packages;

    /// <summary>How many packages have a pin.</summary>
    public int Count => _packages.Count;

    /// <summary>The pins of a package, from the lowest version up; empty when it has none.</summary>
    public ImmutableArray<Pin> PinsOf(PackageId id) => _packages.GetValueOrDefault(id, []);

    /// <summary>Adds a pin. One that begins at the same version is replaced.</summary>
    public LockDocument With(PackageId id, Pin pin)
    {
        // The first spelling of an id stays: the lock does not change because a project writes it otherwise.
        var pins = PinsOf(id).RemoveAll(old => old.Since == pin.Since).Add(pin);
        return new(_packages.SetItem(_packages.TryGetKey(id, out var first) ? first : id, [.. pins.OrderBy(p => p.Since)]));
    }

    /// <summary>Takes a pin out; and the package with its last one.</summary>
    public LockDocument Without(PackageId id, Pin pin) => PinsOf(id).RemoveAll(one => one.Since == pin.Since) is { IsEmpty: false } rest
        ? new(_packages.SetItem(_packages.TryGetKey(id, out var first) ? first : id, rest))
        : new(_packages.Remove(id));

    internal static LockDocument Of(IEnumerable<KeyValuePair<PackageId, ImmutableArray<Pin>>> packages) =>
        new(packages.ToImmutableSortedDictionary());
}
