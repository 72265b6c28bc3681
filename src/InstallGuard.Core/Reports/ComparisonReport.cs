using System.Globalization;
using System.Text;
using InstallGuard.Checking;
using InstallGuard.Policies;

namespace InstallGuard.Reports;

/// <summary>What updates would bring, as plain lines.</summary>
// Autofac 4.8.1 → 4.9.4
// error IG1032: Autofac 4.9.4: none of the pinned owners owns the package any more
//      …
// note: the manifest's projectUrl was "http://autofac.org/", is now "https://autofac.org/"
//
// 1 update compared, 1 would be blocked; held to the release before it, not to a lock file
public static class ComparisonReport
{
    /// <summary>The whole report, ending with one line that sums it up. Safe to show.</summary>
    public static string Text(ComparisonResult result)
    {
        var text = new StringBuilder();
        foreach (var step in result.Comparisons)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Visible.Text(step.To.Package.Id.Text)} {step.From.Package.Version} → {step.To.Package.Version}\n");
            text.Append(step.To.Verdict.Changes.IsEmpty ? "no publisher changed" : PackageMessage.Text(step.To, OccasionOf(result))).Append('\n');
            foreach (var note in step.Notes)
            {
                text.Append(CultureInfo.InvariantCulture, $"note: the manifest's {PublisherWords.Note(note)}\n");
            }

            text.Append('\n');
        }

        return text.Append(Summary(result)).ToString();
    }

    internal static Occasion OccasionOf(ComparisonResult result) => result.HeldTo == HeldTo.Lock ? Occasion.TrialHere : Occasion.Trial;

    private static string Summary(ComparisonResult result)
    {
        var steps = result.Comparisons;
        var (blocked, noticed) = (steps.Count(step => !step.To.Passes), steps.Count(step => step.To.Verdict.Kind == VerdictKind.Notice));
        var compared = steps.Count == 1 ? "1 update compared" : $"{steps.Count} updates compared";
        var outcome = (blocked, noticed) switch
        {
            (0, 0) => steps.Count == 0 ? "" : ", no publisher changed",
            (0, _) => $", {noticed} with a change that needs nobody's decision",
            _ => $", {blocked} would be blocked",
        };
        outcome += (result.HeldTo, steps.Count) switch
        {
            (_, 0) => "",
            (HeldTo.Lock, _) => "; held to what the lock file pins",
            (HeldTo.ReleaseBefore, 1) => blocked > 0 ? "; held to the release before it, not to a lock file" : "",
            (HeldTo.ReleaseBefore, _) => blocked > 0 ? "; each held to the release before it, not to a lock file" : "",
        };
        return compared + outcome + (result.Unpinnable is { } end
            ? $"; {Visible.Text(end.Package.ToString())} would not pass by itself, and nothing can be compared with it"
            : "");
    }
}
