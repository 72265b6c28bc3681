using Spectre.Console;

namespace InstallGuard.Cli;

/// <summary>Everything the commands may touch of the process they run in. Tests pass their own.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Terminal">Standard output as a terminal; null when it is redirected.</param>
/// <param name="Ask">Asks the person at the terminal, who must say yes; null when nobody is there.</param>
/// <param name="Clock">The present.</param>
/// <param name="Folder">The working folder.</param>
/// <param name="Environment">Reads an environment variable.</param>
internal sealed record Ports(
    TextWriter Out,
    TextWriter Error,
    IAnsiConsole? Terminal,
    Func<string, bool>? Ask,
    TimeProvider Clock,
    string Folder,
    Func<string, string?> Environment)
{
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>Warns of something once, however many of the engines of a command come upon it; on any thread.</summary>
    public void WarnOnce(string text)
    {
        lock (_said)
        {
            if (_said.Add(text))
            {
                Warn(text);
            }
        }
    }

    /// <summary>A path as a person would type it here: from the working folder, unless the whole path is the shorter one. Safe to show.</summary>
    public string Shown(string path) =>
        Reports.Visible.Text(Path.IsPathFullyQualified(path) && Path.GetRelativePath(Folder, path) is var relative && relative.Length < path.Length ? relative : path);

    /// <summary>Says something besides, on standard error. What is not safe to show is made so.</summary>
    public void Warn(string text) => Error.WriteLine(Reports.Visible.Text(text));
}
