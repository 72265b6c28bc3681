using System.Diagnostics;
using System.Reflection;
using InstallGuard.Ledger;

namespace InstallGuard.Benchmarks;

/// <summary>
/// Measures InstallGuard against its budgets: <c>dotnet run -c Release --project tests/InstallGuard.Benchmarks</c> prints a
/// row for each. To be run by hand on a machine that does nothing else: every row is the median of 15 runs after a warm-up,
/// or of 15 fresh processes, where everything is compiled first, as in a restore. What users install is compiled ahead of
/// time; so is this after <c>dotnet publish -c Release -r linux-x64 --no-self-contained -p:PublishReadyToRun=true</c>.
/// </summary>
internal static class Program
{
    private const int Usage = 2;

    private static int Main(string[] args)
    {
        if (typeof(LockReader).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
        {
            Console.Error.WriteLine("a debug build says nothing about time: run with -c Release");
            return Usage;
        }

        switch (args)
        {
            case []:
                Table.Print(LockBudget.Rows());
                return 0;
            case [FreshProcess.Argument, var pass, var lockFile]:
                FreshProcess.Report(LockBudget.Run(pass, lockFile));
                return 0;
            default:
                Console.Error.WriteLine("usage: InstallGuard.Benchmarks");
                return Usage;
        }
    }
}
