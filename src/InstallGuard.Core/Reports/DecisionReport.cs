using System.Text.Json.Serialization;
using InstallGuard.Checking;

namespace InstallGuard.Reports;

/// <summary>
/// Decisions as JSON, version 1. Members are added; never renamed, never removed. It is plain ASCII and no order
/// to a build server, so that it is safe to show.
/// </summary>
public static partial class DecisionReport
{
    /// <summary>One decision.</summary>
    public static string Json(CheckedPackage package) => PlainJson.Write(DecisionLine.Of(package), DecisionWire.Default.DecisionLine);

    /// <summary>A check.</summary>
    /// <param name="result">All of it.</param>
    /// <param name="mentioned">The packages that something is to be said about.</param>
    public static string Json(CheckResult result, IReadOnlyCollection<CheckedPackage> mentioned) =>
        PlainJson.Write(CheckDocument.Of(result, mentioned), DecisionWire.Default.CheckDocument);

    /// <summary>A check that could not be made.</summary>
    public static string Json(RestoreProblem problem) => PlainJson.Write(CheckDocument.Of(problem), DecisionWire.Default.CheckDocument);

    /// <summary>What each of several updates would bring.</summary>
    public static string Json(ComparisonResult result) => PlainJson.Write(
        new ComparisonDocument("installguard-comparison/1", result.HeldTo == HeldTo.Lock ? "lock" : "release-before", [.. result.Comparisons.Select(step => Of(step, ComparisonReport.OccasionOf(result)))]), DecisionWire.Default.ComparisonDocument);

    private static ComparisonLine Of(Comparison step, Occasion occasion) => new(
        step.From.Package.Id.Text,
        step.From.Package.Version.Text,
        DecisionLine.Of(step.To with { Notes = step.Notes }, occasion),
        [.. step.Notes.Select(DecisionLine.NoteLine.Of)]);

    internal sealed record ComparisonDocument(string Schema, string HeldTo, IReadOnlyList<ComparisonLine> Comparisons);

    internal sealed record ComparisonLine(string FromId, string FromVersion, DecisionLine To, IReadOnlyList<DecisionLine.NoteLine> Notes);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n")]
    [JsonSerializable(typeof(DecisionLine))]
    [JsonSerializable(typeof(ComparisonDocument))]
    [JsonSerializable(typeof(CheckDocument))]
    internal sealed partial class DecisionWire : JsonSerializerContext;
}
