using System.Text;

namespace InstallGuard.Testing;

/// <summary>What a test package holds before it is signed. Nothing is checked: an attack may need any of it to be wrong.</summary>
public sealed class PackageContent
{
    private readonly List<(string Path, byte[] Data)> files = [];
    private readonly List<(string Id, string Range)> dependencies = [];

    /// <summary>The authors that the nuspec claims.</summary>
    public string Authors { get; set; } = "Contoso";

    /// <summary>The description in the nuspec.</summary>
    public string Description { get; set; } = "A package for a test.";

    /// <summary>The repository that the nuspec claims, or null for none.</summary>
    public string? RepositoryUrl { get; set; }

    /// <summary>The commit beside it, or null for none.</summary>
    public string? RepositoryCommit { get; set; }

    /// <summary>The project page, or null for none.</summary>
    public string? ProjectUrl { get; set; }

    /// <summary>The time stamped on every entry.</summary>
    public DateTimeOffset EntryTime { get; set; } = new(2024, 1, 2, 3, 4, 6, TimeSpan.Zero);

    /// <summary>Everything added so far.</summary>
    public IReadOnlyList<(string Path, byte[] Data)> Files => files;

    /// <summary>The dependencies, all for netstandard2.0.</summary>
    public IReadOnlyList<(string Id, string Range)> Dependencies => dependencies;

    /// <summary>Adds a dependency with a version or a range in NuGet's notation.</summary>
    public PackageContent DependsOn(string id, string range)
    {
        dependencies.Add((id, range));
        return this;
    }

    /// <summary>Adds an entry; the same path twice gives two entries.</summary>
    public PackageContent WithFile(string path, byte[] data)
    {
        files.Add((path, data));
        return this;
    }

    /// <summary>Adds an entry with text in it.</summary>
    public PackageContent WithFile(string path, string text) => WithFile(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Adds an entry that is nothing in the package and <paramref name="length"/> bytes once extracted.</summary>
    public PackageContent WithZeros(string path, int length) => WithFile(path, new byte[length]);

    /// <summary>Adds that many empty entries below <paramref name="folder"/>.</summary>
    public PackageContent WithManyFiles(string folder, int count)
    {
        for (var number = 0; number < count; number++)
        {
            _ = WithFile($"{folder}/{number}.txt", []);
        }

        return this;
    }
}
