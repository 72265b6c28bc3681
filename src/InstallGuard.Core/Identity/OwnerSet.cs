using System.Collections;
using System.Collections.Immutable;
using InstallGuard.Text;

namespace InstallGuard.Identity;

/// <summary>
/// The accounts that own a package at a repository. Compared as a set and without regard to case; the spelling is kept
/// for people to read.
/// </summary>
public sealed class OwnerSet : IEquatable<OwnerSet>, IReadOnlyCollection<string>
{
    private const int MostNames = 10;
    private const int MostNamesWhole = 30;

    private readonly ImmutableSortedSet<string> _names;

    /// <summary>Makes a set of account names, in any order, repeated or not.</summary>
    public OwnerSet(IEnumerable<string> names) => _names = names.ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase);

    private OwnerSet(ImmutableSortedSet<string> names) => _names = names;

    /// <summary>No owner at all: a signature that lists none.</summary>
    public static OwnerSet None { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _names.Count;

    /// <summary>Those of this set that the other does not have.</summary>
    public OwnerSet Except(OwnerSet other) => new(_names.Except(other._names));

    /// <summary>Whether the two have an owner in common.</summary>
    public bool Overlaps(OwnerSet other) => _names.Overlaps(other._names);

    /// <inheritdoc/>
    public bool Equals(OwnerSet? other) => other is not null && (ReferenceEquals(this, other) || _names.SequenceEqual(other._names, StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OwnerSet);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _names.Aggregate(0, (hash, name) => HashCode.Combine(hash, StringComparer.OrdinalIgnoreCase.GetHashCode(name)));

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => _names.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => Against(None);

    /// <summary>
    /// For people: the names, or of a long list those that the other set lacks, then some more, and how many there are.
    /// </summary>
    public string Against(OwnerSet other) => Words(_names.Count <= MostNames ? _names : _names.OrderBy(other._names.Contains), MostNames);

    /// <summary>For people: all the names, as far as a message can hold them.</summary>
    public string Whole() => Words(_names, MostNamesWhole);

    // Whoever cuts a list says which, so that no two read the same.
    private string Words(IEnumerable<string> inOrder, int most) =>
        _names.IsEmpty ? "(none)"
        : string.Join(", ", inOrder.Take(most).Select(Quoted.Account))
            + (_names.Count <= most ? "" : $", and {_names.Count - most} more (sha256:{Quoted.Digest(string.Join('\0', _names))})");
}
