using System.Collections.Immutable;
using InstallGuard.Identity;

namespace InstallGuard.Ledger;

/// <summary>What the lock file says: for each package the publishers that were accepted, and since which version. A value.</summary>
public sealed class LockDocument
{
    // What was read, in order, and never changed; beside it what was added since. A restore adds little to a lock, and a tree
    // of thousands of packages costs it more than reading them. Entries are a class because collections of structs of ours
    // are compiled anew in every process.
    private readonly Entry[] _read;
    private readonly ImmutableSortedDictionary<PackageId, Entry> _added;

    private LockDocument(Entry[] read, ImmutableSortedDictionary<PackageId, Entry> added, int count) =>
        (_read, _added, Count) = (read, added, count);

    /// <summary>A lock that knows nobody yet.</summary>
    public static LockDocument Empty { get; } = Of([]);

    /// <summary>The packages in the order of the file, each with its pins from the lowest version up.</summary>
    public IEnumerable<KeyValuePair<PackageId, ImmutableArray<Pin>>> Packages
    {
        get
        {
            var next = 0;
            foreach (var (id, added) in _added)
            {
                for (; next < _read.Length && _read[next].Id < id; next++)
                {
                    yield return _read[next].ToPair();
                }

                next += next < _read.Length && _read[next].Id == id ? 1 : 0;
                yield return added.ToPair();
            }

            for (; next < _read.Length; next++)
            {
                yield return _read[next].ToPair();
            }
        }
    }

    /// <summary>How many packages have a pin.</summary>
    public int Count { get; }

    /// <summary>The pins of a package, from the lowest version up; empty when it has none.</summary>
    public ImmutableArray<Pin> PinsOf(PackageId id) => Find(id)?.Pins ?? [];

    /// <summary>Adds a pin. One that begins at the same version is replaced.</summary>
    public LockDocument With(PackageId id, Pin pin)
    {
        if (Find(id) is not { } entry)
        {
            return new(_read, _added.Add(id, new(id, [pin])), Count + 1);
        }

        // The first spelling of an id stays: the lock does not change because a project writes it otherwise.
        var others = entry.Pins.RemoveAll(old => old.Since == pin.Since);
        var below = others.Count(old => old.Since < pin.Since);
        return new(_read, _added.SetItem(entry.Id, new(entry.Id, others.Insert(below, pin))), Count);
    }

    /// <summary>Takes a pin out; and the package with its last one.</summary>
    public LockDocument Without(PackageId id, Pin pin) => Of([.. Packages
        .Select(package => package.Key == id
            ? new Entry(package.Key, package.Value.RemoveAll(one => one.Since == pin.Since))
            : new Entry(package.Key, package.Value))
        .Where(entry => !entry.Pins.IsEmpty)]);

    /// <summary>Makes a lock of packages in any order, each named once.</summary>
    internal static LockDocument Of(Entry[] packages)
    {
        if (!IsInOrder(packages))
        {
            packages = [.. packages.OrderBy(entry => entry.Id)];
        }

        return new(packages, ImmutableSortedDictionary<PackageId, Entry>.Empty, packages.Length);
    }

    private Entry? Find(PackageId id)
    {
        if (!_added.IsEmpty && _added.TryGetValue(id, out var added))
        {
            return added;
        }

        var (first, last) = (0, _read.Length - 1);
        while (first <= last)
        {
            var middle = first + ((last - first) / 2);
            switch (_read[middle].Id.CompareTo(id))
            {
                case 0: return _read[middle];
                case < 0: first = middle + 1; break;
                default: last = middle - 1; break;
            }
        }

        return null;
    }

    private static bool IsInOrder(Entry[] packages)
    {
        for (var i = 1; i < packages.Length; i++)
        {
            if (packages[i - 1].Id >= packages[i].Id)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A package with its pins, from the lowest version up.</summary>
    internal sealed record Entry(PackageId Id, ImmutableArray<Pin> Pins)
    {
        public KeyValuePair<PackageId, ImmutableArray<Pin>> ToPair() => new(Id, Pins);
    }
}
