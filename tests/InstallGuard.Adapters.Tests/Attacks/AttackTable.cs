using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Ledger;
using InstallGuard.Policies;
using InstallGuard.Replay;
using InstallGuard.Reports;

namespace InstallGuard.Adapters.Attacks;

/// <summary>What becomes of the attacks, as the tables that stand in docs/decisions.md.</summary>
internal static partial class AttackTable
{
    private const string Nothing = "–";

    public static string Of(IReadOnlyList<Attack> attacks, IReadOnlyList<LockDamage> locks)
    {
        var played = attacks.Select(attack => (Attack: attack, Result: Played.Of(attack))).ToList();
        var text = new StringBuilder();
        Totals(text, played);
        text.Append("\n| attack | code | verdict | exit code | what a person is told | simple rules that miss it |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var (attack, result) in played.Where(row => !row.Attack.IsHonest))
        {
            Row(text, attack.Name, result, Wrong(attack, result));
        }

        foreach (var damage in locks)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {damage.Name} | {RuleCatalog.LockUnreadable.Code} | {Word(RuleCatalog.LockUnreadable.Verdict)} | {ExitCode(Outcome.Blocked)} | {Cell(ToldOf(damage))} | they keep no lock |\n");
        }

        text.Append("\n| no attack | code | verdict | exit code | what a person is told | simple rules that ask all the same |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var (attack, result) in played.Where(row => row.Attack.IsHonest))
        {
            Row(text, attack.Name, result, Wrong(attack, result));
        }

        return text.ToString();
    }

    /// <summary>The codes that are shown.</summary>
    public static string Codes(Played result) =>
        result.Checked.Disposition is Disposition.Allow or Disposition.Record
            ? ""
            : string.Join(", ", PackageMessage.Shown(result.Checked).Select(change => change.Rule.Code).Distinct());

    /// <summary>The exit code of an outcome: docs/exit-codes.md.</summary>
    public static int ExitCode(Outcome outcome) => outcome switch
    {
        Outcome.Clean => 0,
        Outcome.Blocked => 3,
        Outcome.Undetermined => 4,
    };

    /// <summary>What is said about a lock that cannot be read.</summary>
    public static string ToldOf(LockDamage damage)
    {
        var refused = Assert.ThrowsExactly<LockFormatException>(() => LockReader.Read(Encoding.UTF8.GetBytes(damage.Text)), damage.Name);
        return $"{RuleCatalog.LockUnreadable.Summary}: {refused.Message}";
    }

    private static void Totals(StringBuilder text, List<(Attack Attack, Played Result)> played)
    {
        var (attacks, honest) = (played.Where(row => !row.Attack.IsHonest).ToList(), played.Where(row => row.Attack.IsHonest).ToList());
        text.Append(CultureInfo.InvariantCulture, $"| rule | attacks that it lets through, of {attacks.Count} | harmless steps that it asks about, of {honest.Count} |\n| --- | --- | --- |\n");
        text.Append(CultureInfo.InvariantCulture, $"| InstallGuard | {attacks.Count(row => row.Result.Checked.Passes)} | {honest.Count(row => !row.Result.Checked.Passes)} |\n");
        foreach (var (name, asks) in NaiveRules.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {attacks.Count(row => !Asks(row.Result, asks))} | {honest.Count(row => Asks(row.Result, asks))} |\n");
        }
    }

    private static void Row(StringBuilder text, string name, Played result, string wrong)
    {
        var told = result.Told.Count == 0 ? "nothing" : Cell(string.Join("; ", result.Told));
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {OrNothing(Codes(result))} | {Word(result.Checked.Verdict.Kind)} | {ExitCode(result.Outcome)} | {told} | {wrong} |\n");
    }

    private static string Wrong(Attack attack, Played result)
    {
        var wrong = NaiveRules.All.Where(rule => Asks(result, rule.Asks) == attack.IsHonest).Select(rule => rule.Name).ToList();
        return wrong.Count == NaiveRules.All.Count ? "all" : OrNothing(string.Join("; ", wrong));
    }

    // Without a version before there is no step, and nothing that such a rule could compare.
    private static bool Asks(Played result, Func<Step, bool> rule) => result.Step is { } step && rule(step);

    private static string OrNothing(string text) => text.Length == 0 ? Nothing : text;

    private static string Cell(string text) => Fingerprint().Replace(Gap().Replace(text, ", "), "…").Replace("|", "\\|", StringComparison.Ordinal);

    // Contents and certificates are made anew for every run.
    [GeneratedRegex("[0-9a-fA-F]{64}")]
    private static partial Regex Fingerprint();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();

    private static string Word(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Match => "match",
        VerdictKind.Notice => "notice",
        VerdictKind.FirstUse => "first use",
        VerdictKind.Review => "review",
        VerdictKind.Undetermined => "undetermined",
        VerdictKind.Reject => "reject",
    };
}
