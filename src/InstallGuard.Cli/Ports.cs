using Spectre.Console;

namespace InstallGuard.Cli;

/// <summary>Everything the commands may touch of the process they run in. Tests pass their own.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Terminal">Standard output as a terminal; null when it is redirected.</param>
/// <param name="Clock">The present.</param>
/// <param name="Folder">The working folder.</param>
/// <param name="Environment">Reads an environment variable.</param>
internal sealed record Ports(
    TextWriter Out,
    TextWriter Error,
    IAnsiConsole? Terminal,
    TimeProvider Clock,
    string Folder,
    Func<string, string?> Environment);
