using InstallGuard.Checking;

namespace InstallGuard.Reports;

/// <summary>A check, or what kept it from being made, in JSON. docs/check-json.md says what the members mean.</summary>
internal sealed record CheckDocument(
    string Schema,
    string Outcome,
    int Checked,
    int? VouchedForBySdk,
    IReadOnlyList<DecisionLine> Packages,
    IReadOnlyList<CheckDocument.RecordedLine> Recorded,
    CheckDocument.ProblemLine? Problem)
{
    private const string Version1 = "installguard-check/1";

    public static CheckDocument Of(CheckResult result, IReadOnlyCollection<CheckedPackage> mentioned) => new(
        Version1,
        Word(result.Outcome),
        result.Packages.Count,
        result.VouchedForBySdk is > 0 and var packs ? packs : null,
        [.. mentioned.Select(package => DecisionLine.Of(package))],
        [.. result.Recorded.Select(recorded => new RecordedLine(recorded.Id.Text, recorded.Pin.Since.Text, IdentityLine.Of(recorded.Pin.Identity)))],
        null);

    public static CheckDocument Of(RestoreProblem problem) => new(
        Version1,
        Word(Outcomes.Of([problem.Rule.Verdict])),
        0,
        null,
        [],
        [],
        new(
            problem.Rule.Code,
            problem.Rule.Slug,
            problem.Package?.Id.Text,
            problem.Package?.Version.Text,
            problem.Summary,
            problem.Because,
            problem.Usually,
            problem.Help));

    // Spelled out, so that renaming a member of the code changes nothing for those who read this.
    private static string Word(Outcome outcome) => outcome switch
    {
        Checking.Outcome.Clean => "clean",
        Checking.Outcome.Blocked => "blocked",
        Checking.Outcome.Undetermined => "undetermined",
    };

    internal sealed record RecordedLine(string Id, string Since, IdentityLine Identity);

    internal sealed record ProblemLine(
        string Code, string Slug, string? Id, string? Version, string Summary, string Because, string? Usually, string Help);
}
