using System.Diagnostics;
using System.Globalization;

namespace InstallGuard.Benchmarks;

/// <summary>A pass in a process that has done nothing before, as every restore is one.</summary>
internal static class FreshProcess
{
    /// <summary>Tells this program that it is such a process.</summary>
    public const string Argument = "--fresh";

    /// <summary>Starts this program once more and reads what it reports.</summary>
    public static Laps Run(string pass, string lockFile)
    {
        var program = Environment.ProcessPath!;
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(FreshProcess).Assembly.Location] : [];
        using var process = Process.Start(
            new ProcessStartInfo(program, [.. self, Argument, pass, lockFile]) { RedirectStandardOutput = true })!;
        var laps = new Laps();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            var (part, ticks) = line.Split('\t') is [var name, var time] ? (name, time) : throw new FormatException(line);
            laps.Add(part, new TimeSpan(long.Parse(ticks, CultureInfo.InvariantCulture)));
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? laps : throw new InvalidOperationException($"a fresh process ended with {process.ExitCode}");
    }

    /// <summary>Reports to the process that started this one.</summary>
    public static void Report(Laps laps)
    {
        foreach (var (part, times) in laps.Parts)
        {
            times.ForEach(time => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part}\t{time.Ticks}")));
        }
    }
}
