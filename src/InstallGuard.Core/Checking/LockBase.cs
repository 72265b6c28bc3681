using System.Collections.Immutable;
using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Checking;

/// <summary>
/// The lock that was reviewed before: <see cref="Known"/>, <see cref="None"/>, <see cref="Unasked"/>, <see cref="TurnedOff"/>
/// or <see cref="Unavailable"/>. What the lock says now must not ask for less, unless somebody accepted that by name.
/// </summary>
public abstract record LockBase
{
    private LockBase()
    {
    }

    /// <summary>It can be compared with.</summary>
    /// <param name="Documents">What it said; more than one where history forked and met several times.</param>
    /// <param name="Name">Where it was found, for messages.</param>
    public sealed record Known(ImmutableArray<LockDocument> Documents, string Name) : LockBase
    {
        /// <summary>Whether these are locks at other places, and the one at hand is new.</summary>
        public bool IsOfOthers { get; init; }

        /// <summary>Where it is in the repository, with slashes.</summary>
        public string Path { get; init; } = "installguard.lock.json";

        /// <summary>The command that takes the lock at hand back to it; null where that is at another place, or a shell would read more in a name.</summary>
        public string? PutBack => IsOfOthers || !IsPlain(Name) || !IsPlain(Path) ? null : $"git checkout {Name} -- {Path}";

        /// <summary>The pins of a package in all of them.</summary>
        public ImmutableArray<Pin> PinsOf(PackageId id) => [.. Documents.SelectMany(document => document.PinsOf(id))];

        private const int LongestPlain = 100;

        private static bool IsPlain(string name) => name.Length is > 0 and <= LongestPlain && name[0] != '-' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '/' or '-');
    }

    /// <summary>There is no earlier lock, or nobody said which, and none was found.</summary>
    /// <param name="Because">Why, for `installguard doctor`.</param>
    /// <param name="Next">What to do, so that there is one.</param>
    public sealed record None(string Because, string Next) : LockBase;

    /// <summary>Nobody said that there must be one, and nothing is here that could tell. It is not known for later restores either.</summary>
    /// <param name="Because">What is missing, for `installguard doctor`.</param>
    /// <param name="Next">What to do about it.</param>
    public sealed record Unasked(string Because, string Next) : LockBase;

    /// <summary>Whoever says how restores are made here said that there is nothing to compare with.</summary>
    public sealed record TurnedOff : LockBase;

    /// <summary>There must be one, and it could not be got at: then nothing can be decided.</summary>
    /// <param name="Because">What failed.</param>
    /// <param name="Next">What to do about it.</param>
    public sealed record Unavailable(string Because, string Next) : LockBase;
}
