using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Reports;

/// <summary>Why a change was softened, or why not: what could have vouched for it, and what kept that from doing so.</summary>
public static class Softening
{
    /// <summary>In one line, safe to show; null for a change that asks nobody for anything.</summary>
    /// <param name="package">The package.</param>
    /// <param name="change">One of its changes.</param>
    public static string? Of(CheckedPackage package, Change change)
    {
        if (change.VouchedBy is { } vouching)
        {
            return $"softened to a notice: {PackageMessage.Vouching(vouching)}";
        }

        if (PackageMessage.Known(change) is { } known)
        {
            return $"softened to a notice: {known}";
        }

        if (change.Predates is not null)
        {
            return "softened to a notice: the version is older than what it lacks";
        }

        return change.Verdict switch
        {
            VerdictKind.Match or VerdictKind.FirstUse or VerdictKind.Notice => null,
            VerdictKind.Undetermined => "not softened: what could not be looked at is never taken for harmless",
            VerdictKind.Reject => "not softened: nothing vouches for this change",
            VerdictKind.Review when change.Rule.SoftenedBy.Count == 0 => "not softened: nothing vouches for this change",
            VerdictKind.Review => $"not softened: {string.Join(", and ", change.Rule.SoftenedBy.Select(kind => Obstacle(package, kind)))}",
        };
    }

    private static string Obstacle(CheckedPackage package, EvidenceKind kind)
    {
        var name = Name(kind);
        return package.Verdict.Pin is not { } pin || !IsPinned(kind, pin.Identity) ? $"no {name} is pinned that could vouch"
            : !IsThere(kind, package.Evidence) ? $"the {name} that is pinned is not there to vouch"
            : package.Verdict.Changes.Any(change => change.Kind == kind && change.Verdict != VerdictKind.Match) ? $"the {name} changed as well"
            : $"the {name} came with a mere notice, which nobody decided about, and so vouches for nobody";
    }

    private static bool IsPinned(EvidenceKind kind, PublisherIdentity pinned) => kind switch
    {
        EvidenceKind.Provenance => pinned.Provenance is not null,
        EvidenceKind.Author => pinned.Author is not null,
        EvidenceKind.Repository => pinned.Repository is not null,
        EvidenceKind.Claim => false,
    };

    private static bool IsThere(EvidenceKind kind, PackageEvidence? seen) => kind switch
    {
        EvidenceKind.Provenance => seen?.Provenance.Verified is not null,
        EvidenceKind.Author => seen?.Author.Verified is not null,
        EvidenceKind.Repository => seen?.Repository.Verified is not null,
        EvidenceKind.Claim => false,
    };

    private static string Name(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Provenance => "build provenance",
        EvidenceKind.Author => "author signature",
        EvidenceKind.Repository => "repository signature",
        EvidenceKind.Claim => "claim",
    };
}
