using InstallGuard.Evidence;
using InstallGuard.Policies;

namespace InstallGuard.Decisions;

/// <summary>A named change with a code that users may quote, suppress or search for. Once published it never changes meaning.</summary>
public sealed class Rule
{
    internal Rule(string code, string slug, VerdictKind verdict)
    {
        (Code, Slug, Verdict) = (code, slug, verdict);
    }

    /// <summary><c>IG</c> and four digits.</summary>
    public string Code { get; }

    /// <summary>The name in the lock, in JSON and as the heading in docs/rules.md.</summary>
    public string Slug { get; }

    /// <summary>The verdict when nothing softens it.</summary>
    public VerdictKind Verdict { get; }

    /// <summary>What happened, in one line, lower case, no full stop.</summary>
    public required string Summary { get; init; }

    /// <summary>What such a change usually is, so that nobody has to guess.</summary>
    public required string Usually { get; init; }

    /// <summary>
    /// The same in the words for a version that was signed before anything that is pinned; null where the order of the two
    /// says nothing more.
    /// </summary>
    public (string Summary, string Usually)? IfOlder { get; init; }

    /// <summary>What the left side of the comparison is called: what was pinned, unless it is something else.</summary>
    public string Reference { get; init; } = Pinned;

    /// <summary>The reference of most rules.</summary>
    public const string Pinned = "pinned";

    /// <summary>What to do next.</summary>
    public required NextStep Next { get; init; }

    /// <summary>Whether evidence is missing that began some day: what is older than that has lost nothing.</summary>
    public bool IsLoss { get; init; }

    /// <summary>Whether it is shown beside graver changes too: whoever accepts those must know.</summary>
    public bool IsAlwaysShown { get; init; }

    /// <summary>Whether it asks about an owner or an author who is new: nobody is, whom the newest pin has.</summary>
    public bool AsksWho { get; init; }

    /// <summary>The kinds that soften the change to a notice when they are present and unchanged.</summary>
    public IReadOnlyList<EvidenceKind> SoftenedBy { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Slug}";
}
