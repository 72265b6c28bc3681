using System.Text.Json;
using System.Text.Json.Serialization;
using InstallGuard.Checking;

namespace InstallGuard.Reports;

/// <summary>
/// Decisions as JSON, version 1. Members are added; never renamed, never removed. Everything outside ASCII is escaped, so
/// that it is safe to show.
/// </summary>
public static partial class DecisionReport
{
    /// <summary>One decision.</summary>
    public static string Json(CheckedPackage package) => JsonSerializer.Serialize(DecisionLine.Of(package), DecisionWire.Default.DecisionLine);

    /// <summary>What stopped a restore as a whole.</summary>
    public static string Json(RestoreProblem problem) => JsonSerializer.Serialize(
        new ProblemLine(
            problem.Rule.Code, problem.Rule.Slug, DecisionLine.Word(problem.Rule.Verdict), problem.Package?.Id.Text, problem.Package?.Version.Text,
            problem.Summary, problem.Because, problem.Usually, problem.Help),
        DecisionWire.Default.ProblemLine);

    /// <summary>What each of several updates would bring.</summary>
    public static string Json(IReadOnlyCollection<Comparison> steps) => JsonSerializer.Serialize(
        new ComparisonDocument("installguard-comparison/1", [.. steps.Select(Of)]), DecisionWire.Default.ComparisonDocument);

    private static ComparisonLine Of(Comparison step) => new(
        step.From.Package.Id.Text,
        step.From.Package.Version.Text,
        DecisionLine.Of(step.To, isTried: true),
        [.. step.Notes.Select(note => new NoteLine(note.Member, note.Before, note.Now))]);

    internal sealed record ComparisonDocument(string Schema, IReadOnlyList<ComparisonLine> Comparisons);

    internal sealed record ComparisonLine(string FromId, string FromVersion, DecisionLine To, IReadOnlyList<NoteLine> Notes);

    internal sealed record NoteLine(string Claim, string? Before, string? Now);

    internal sealed record ProblemLine(
        string Code, string Slug, string Verdict, string? Id, string? Version, string Summary, string Because, string Usually, string Help);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n")]
    [JsonSerializable(typeof(DecisionLine))]
    [JsonSerializable(typeof(ComparisonDocument))]
    [JsonSerializable(typeof(ProblemLine))]
    internal sealed partial class DecisionWire : JsonSerializerContext;
}
