using System.Xml.Linq;

namespace InstallGuard.Cli.Initializing;

/// <summary>A project that is there for one restore of many others, where no solution names them: NuGet then walks their graphs once.</summary>
// In the repository, since NuGet looks for its configuration from there up; and where build output lies, which is in no commit.
internal sealed class Traversal : IDisposable
{
    private readonly string _folder;
    private readonly bool _isNewFolder;

    /// <summary>Writes it.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="projects">What is restored.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public Traversal(string root, IEnumerable<string> projects)
    {
        _folder = System.IO.Path.Combine(root, "obj");
        _isNewFolder = !Directory.Exists(_folder);
        _ = Directory.CreateDirectory(_folder);
        Path = System.IO.Path.Combine(_folder, $"installguard-all.{Guid.NewGuid():N}.proj");
        new XDocument(new XElement(
            "Project",
            new XElement("ItemGroup", projects.Select(project => new XElement("RestoreGraphProjectInputItems", new XAttribute("Include", Escaped(project))))),
            new XElement("Import", new XAttribute("Project", "$(NuGetRestoreTargets)")))).Save(Path);
    }

    /// <summary>The project.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(Path);
        if (_isNewFolder && !Directory.EnumerateFileSystemEntries(_folder).Any())
        {
            Directory.Delete(_folder);
        }
    }

    // As MSBuild wants its own characters.
    internal static string Escaped(string path) =>
        string.Concat(path.Select(letter => "%$@'();?*".Contains(letter, StringComparison.Ordinal) ? $"%{(int)letter:x2}" : letter.ToString()));
}
