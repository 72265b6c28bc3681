using System.Text;

namespace InstallGuard.Cli.Initializing;

/// <summary>A file before and after.</summary>
/// <param name="Path">The file.</param>
/// <param name="Before">Its text; null where there is none.</param>
/// <param name="After">Its text then; null where there is to be none.</param>
internal sealed record FileChange(string Path, string? Before, string? After)
{
    /// <summary>What is done, in a word.</summary>
    public string Word => Before is null ? "new" : After is null ? "removed" : "changed";

    /// <summary>What is worth saying about it besides; null for nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>The change in a line.</summary>
    /// <param name="root">The root of the repository.</param>
    public string Words(string root) => $"{Word,-8} {System.IO.Path.GetRelativePath(root, Path)}{(Detail is null ? "" : $": {Detail}")}";

    /// <summary>The same change, the other way.</summary>
    public FileChange Reversed => new(Path, After, Before);

    /// <summary>Makes the change, as one step.</summary>
    /// <exception cref="IOException">The file cannot be written, or is not what it was any more.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Make()
    {
        if (After is null)
        {
            File.Delete(Path);
            return;
        }

        var draft = $"{Path}.{System.IO.Path.GetRandomFileName()}";
        File.WriteAllText(draft, After, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(draft, Path, overwrite: true);
    }
}
