using System.Text.RegularExpressions;

namespace InstallGuard.Cli.Restoring;

/// <summary>
/// What dotnet restore says while it runs, passed on line by line. What it says of packages that are blocked is kept back:
/// it is said in full when the restore has ended, and the client's own line on it reads like a crash.
/// </summary>
/// <param name="output">Takes the lines.</param>
internal sealed partial class RestoreTalk(TextWriter output)
{
    private readonly Lock _gate = new();
    private readonly List<string> _kept = [];

    /// <summary>Takes a line, on any thread.</summary>
    public void Take(string line)
    {
        lock (_gate)
        {
            if (OfTheGuard().IsMatch(line))
            {
                _kept.Add(line);
            }
            else
            {
                output.WriteLine(line);
            }
        }
    }

    /// <summary>The restore has ended: passes on what was kept back and is not about one of these packages.</summary>
    /// <param name="saidInFull">The packages that are said in full, each as "id version".</param>
    public void End(IReadOnlyCollection<string> saidInFull)
    {
        lock (_gate)
        {
            foreach (var line in _kept.Where(line => !saidInFull.Any(package => IsAbout(line, package))))
            {
                output.WriteLine(line);
            }

            _kept.Clear();
        }
    }

    // The client joins id and version with a dot.
    private static bool IsAbout(string line, string package) =>
        line.Contains(package, StringComparison.OrdinalIgnoreCase) || line.Contains(package.Replace(' ', '.'), StringComparison.OrdinalIgnoreCase);

    // Our errors as MSBuild writes them, and the client's own that name the plugin, in whatever language.
    [GeneratedRegex(@"error\s*:\s*IG\d{4}: |error IG\d{4}: |'InstallGuard\.Plugin'|'nuget-plugin-installguard'", RegexOptions.CultureInvariant)]
    private static partial Regex OfTheGuard();
}
