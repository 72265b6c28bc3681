namespace InstallGuard.Cli.Initializing;

/// <summary>
/// <c>.gitignore</c> as text: the exceptions for files that have to be committed are put in at the end and taken out again
/// without touching anything else. The last line that matches a file decides.
/// </summary>
internal static class GitIgnore
{
    public const string Name = ".gitignore";

    private const string Comment = "# InstallGuard's files are committed and reviewed.";

    /// <summary>The text with an exception for each file at its end.</summary>
    /// <param name="text">The text; empty where there is no file.</param>
    /// <param name="files">The files, from the root of the repository, with <c>/</c> between folders.</param>
    public static string With(string text, IEnumerable<string> files)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var block = string.Join(newLine, files.Select(file => $"!/{file}").Prepend(Comment));

        // A last line without an end stays one: so there is a way back.
        return text.Length > 0 && !text.EndsWith('\n') ? $"{text}{newLine}{block}" : $"{text}{block}{newLine}";
    }

    /// <summary>The text as it was before our lines came in; null when there were none but ours.</summary>
    public static string? Without(string text)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.Split(newLine);
        var first = Array.IndexOf(lines, Comment);
        if (first < 0)
        {
            return text;
        }

        var last = first + 1;
        while (last < lines.Length && lines[last].StartsWith("!/", StringComparison.Ordinal))
        {
            last++;
        }

        var left = string.Join(newLine, lines[..first].Concat(lines[last..]));
        return left.Length == 0 ? null : left;
    }
}
