using System.Globalization;

namespace InstallGuard.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measured">How long it took.</param>
/// <param name="Budget">How long it may take; null for a part of something that has a budget.</param>
internal sealed record Row(string What, TimeSpan Measured, TimeSpan? Budget = null);

/// <summary>The rows as they stand in documents.</summary>
internal static class Table
{
    public static void Print(IEnumerable<Row> rows)
    {
        Console.WriteLine("| what | measured | budget |");
        Console.WriteLine("| --- | --- | --- |");
        foreach (var (what, measured, budget) in rows)
        {
            Console.WriteLine($"| {what} | {Seconds(measured, "0.0000")} | {(budget is { } most ? $"≤ {Seconds(most, "0.00")}" : "–")} |");
        }
    }

    private static string Seconds(TimeSpan time, string format) => time.TotalSeconds.ToString(format, CultureInfo.InvariantCulture) + " s";
}
