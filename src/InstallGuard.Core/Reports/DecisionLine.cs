using System.Globalization;
using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Policies;

namespace InstallGuard.Reports;

/// <summary>What was decided about one package, in JSON. docs/compare-json.md says what the members mean.</summary>
internal sealed record DecisionLine(
    string Id,
    string Version,
    string Source,
    string Verdict,
    string Disposition,
    string? Since,
    IdentityLine? Pinned,
    IdentityLine? Seen,
    string? Beside,
    IReadOnlyList<DecisionLine.ChangeLine> Changes,
    IReadOnlyList<DecisionLine.NoteLine> Notes)
{
    public static DecisionLine Of(CheckedPackage package, Occasion occasion = Occasion.Restore) => new(
        package.Package.Id.Text,
        package.Package.Version.Text,
        package.Source,
        Word(package.Verdict.Kind),
        Word(package.Disposition),
        package.Verdict.Pin?.Since.Text,
        package.Verdict.Pin is { } pin ? IdentityLine.Of(pin.Identity) : null,
        package.Look is Look.Seen seen ? IdentityLine.Of(seen.Identity) : null,
        package.Verdict.Beside?.Since.Text,
        [.. package.Verdict.Changes.Select(change => Of(package, change, occasion))],
        [.. package.Notes.Select(NoteLine.Of)]);

    private static ChangeLine Of(CheckedPackage package, Change change, Occasion occasion) => new(
        change.Rule.Code,
        change.Rule.Slug,
        change.Kind is { } kind ? Word(kind) : null,
        Word(change.Verdict),
        PackageMessage.Summary(package, change),
        PackageMessage.Reference(change, occasion),
        change.Pinned,
        change.Seen,
        change.VouchedBy is { } vouching ? Word(vouching) : null,
        change.KnownSince?.Text,
        change.Predates is var (signed, since) ? new(Day(signed), Day(since)) : null,
        change.Usually,
        PackageMessage.Help(package, change, occasion));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Spelled out, so that renaming a member of the code changes nothing for those who read this.
    private static string Word(VerdictKind kind) => kind switch
    {
        VerdictKind.Match => "match",
        VerdictKind.FirstUse => "first-use",
        VerdictKind.Notice => "notice",
        VerdictKind.Review => "review",
        VerdictKind.Undetermined => "undetermined",
        VerdictKind.Reject => "reject",
    };

    private static string Word(Disposition disposition) => disposition switch
    {
        Policies.Disposition.Allow => "allow",
        Policies.Disposition.Record => "record",
        Policies.Disposition.Warn => "warn",
        Policies.Disposition.Block => "block",
    };

    private static string Word(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Provenance => "provenance",
        EvidenceKind.Author => "author",
        EvidenceKind.Repository => "repository",
        EvidenceKind.Claim => "claim",
    };

    internal sealed record ChangeLine(
        string Code,
        string Slug,
        string? Kind,
        string Verdict,
        string Summary,
        string Reference,
        string Pinned,
        string Seen,
        string? VouchedBy,
        string? KnownSince,
        PredatesLine? Predates,
        string Usually,
        string? Help);

    internal sealed record NoteLine(string Claim, string? Before, string? Now)
    {
        public static NoteLine Of(ClaimNote note) => new(note.Member, note.Before, note.Now);
    }

    internal sealed record PredatesLine(string Signed, string PinnedSigned);
}
