using System.Buffers;
using InstallGuard.Identity;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Packages.Zip;

/// <summary>
/// Which names entries may have: those that lead to one place below the package's folder, the same on every system, and to
/// none that NuGet writes to itself.
/// </summary>
// NuGet leaves out what has its own names, and compares them as text: what reaches the same place under another name gets
// past that, and then its installation fails half way or is not what it says.
internal static class EntryName
{
    private const string Metadata = ".nupkg.metadata";
    private const string Package = ".nupkg";
    private const string Hash = ".nupkg.sha512";

    private static readonly SearchValues<char> Separators = SearchValues.Create('/', '\\');

    /// <summary>How names are compared on this system: where case does not count, NuGet keeps one of two such files.</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Whether a name is that of a folder, for which there is nothing to extract.</summary>
    public static bool IsFolder(string name) => name.EndsWith('/');

    /// <exception cref="MalformedPackageException">The name leads out of the package's folder, or could be another one's.</exception>
    public static void RequireOnePlace(string name)
    {
        var rest = name.AsSpan();
        var first = Segment(ref rest);
        if (first.IsEmpty || first.Contains(':') || name.Contains('\0', StringComparison.Ordinal) || first is "..")
        {
            throw LeadsOut(name);
        }

        RequirePlain(first, name);
        while (!rest.IsEmpty)
        {
            var segment = Segment(ref rest);
            if (segment is "..")
            {
                throw LeadsOut(name);
            }

            RequirePlain(segment, name);
        }

        if (name.EndsWith('\\'))
        {
            throw AnotherPlace(name);
        }
    }

    /// <exception cref="MalformedPackageException">A name is one of the files by which NuGet knows an installed package.</exception>
    public static void RequireNoneOfNuGet(IEnumerable<ZipEntry> entries, Package declared)
    {
        var file = $"{declared.Id.Text}.{declared.Version.Text}";
        string[] own = [Metadata, file + Package, file + Hash];
        foreach (var entry in entries)
        {
            var rest = entry.ExtractedName.AsSpan();
            var root = Folded(Segment(ref rest));
            if (own.Contains(root, StringComparer.OrdinalIgnoreCase))
            {
                throw new MalformedPackageException($"the entry name {Quoted.Text(entry.Name)} is NuGet's own");
            }
        }
    }

    private static void RequirePlain(ReadOnlySpan<char> segment, string name)
    {
        if (segment.IsEmpty || segment[^1] is '.' or ' ' || segment.Contains(':'))
        {
            throw AnotherPlace(name);
        }
    }

    private static ReadOnlySpan<char> Segment(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(Separators);
        var segment = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return segment;
    }

    // The two letters beyond ASCII that file systems without case take for letters of these names.
    private static string Folded(ReadOnlySpan<char> segment) => segment.ToString().Replace('\u212A', 'k').Replace('\u017F', 's');

    private static MalformedPackageException LeadsOut(string name) => new($"the entry name {Quoted.Text(name)} leads out of the package's folder");

    private static MalformedPackageException AnotherPlace(string name) => new($"the entry name {Quoted.Text(name)} leads to another place than it says on some systems");
}
