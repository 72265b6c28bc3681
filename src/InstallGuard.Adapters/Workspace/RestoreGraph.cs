using InstallGuard.Identity;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Workspace;

/// <summary>What a restore is about, as InstallGuard.Restore.targets writes it down.</summary>
public sealed class RestoreGraph
{
    private RestoreGraph(IReadOnlyList<string> targets, IReadOnlyList<RestoreProject> projects, IReadOnlyList<Package> downloads, IReadOnlyList<KnownPack> knownPacks, ImportedSdks sdks) =>
        (Targets, Projects, Downloads, KnownPacks, Sdks) = (targets, projects, downloads, knownPacks, sdks);

    /// <summary>What was named to be restored: a project, which need not use package references, or the one that MSBuild makes of a solution.</summary>
    public IReadOnlyList<string> Targets { get; }

    /// <summary>Every project of the restore that uses package references.</summary>
    public IReadOnlyList<RestoreProject> Projects { get; }

    /// <summary>
    /// The packages that are only downloaded (PackageDownload: reference packs, analyzers of the SDK). NuGet installs
    /// them without asking for them first.
    /// </summary>
    public IReadOnlyList<Package> Downloads { get; }

    /// <summary>The packages that the SDK itself names, whether this restore needs them or not.</summary>
    public IReadOnlyList<KnownPack> KnownPacks { get; }

    /// <summary>Whether the SDK itself names a package, in this version.</summary>
    public bool IsNamedBySdk(Package package) => KnownPacks.Any(pack => pack.Names(package));

    /// <summary>The MSBuild SDKs that were imported from packages.</summary>
    public ImportedSdks Sdks { get; }

    /// <summary>The packages folder of all the projects; null when they do not share one.</summary>
    public string? PackagesFolder =>
        Projects.Select(project => project.PackagesFolder).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;

    /// <summary>The NuGet configurations of the projects: for each different one its files, the nearest first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Configurations =>
        [.. Projects.Select(project => project.Configuration).Distinct(StringComparer.Ordinal)
            .Select(files => files.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>Writes a line. What a path may hold besides, and a line may not, is written as <c>%</c> and two digits.</summary>
    public static string Line(params ReadOnlySpan<string> fields)
    {
        var written = new string[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            written[i] = field.AsSpan().IndexOfAny("%\t\r\n") < 0
                ? field
                : field.Replace("%", "%25", StringComparison.Ordinal).Replace("\t", "%09", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
        }

        return string.Join('\t', written);
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static RestoreGraph Read(string path) => Parse(File.ReadLines(path), path);

    /// <summary>Reads its lines.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="path">Where they are from, for messages.</param>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static RestoreGraph Parse(IEnumerable<string> lines, string path)
    {
        var projects = new List<RestoreProject>();
        var downloads = new List<Package>();
        var packs = new List<KnownPack>();
        var targets = new List<string>();
        var sdks = new List<(Package, string)>();
        var told = false;
        var restored = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (var line in lines.Where(line => line.Length > 0).Distinct(StringComparer.Ordinal))
            {
                switch (Fields(line))
                {
                    case ["project", { Length: > 0 } output, { Length: > 0 } packages, var project, var configuration]:
                        projects.Add(new(project, Path.Combine(output, AssetsFile.Name), packages, configuration));
                        break;
                    case ["restore", { Length: > 0 } project]:
                        _ = restored.Add(project);
                        break;
                    case ["download", var id, var versions]:
                        downloads.AddRange(ExactVersions.Read(versions).Select(version => new Package(PackageId.Parse(id), version)));
                        break;
                    case ["known", { Length: > 0 } name, var identifiers, var version]:
                        packs.Add(new(name, identifiers, PackageVersion.Parse(version)));
                        break;
                    case ["target", { Length: > 0 } target]:
                        targets.Add(target);
                        break;
                    case ["told"]:
                        told = true;
                        break;
                    case ["sdk", var id, var version, { Length: > 0 } folder]:
                        sdks.Add((new(PackageId.Parse(id), PackageVersion.Parse(version)), folder));
                        break;
                    default:
                        throw new FormatException(Quoted.Text(line));
                }
            }
        }
        catch (FormatException malformed)
        {
            throw new InvalidDataException($"{path} is not a restore graph: {malformed.Message}", malformed);
        }

        return new(
            targets,
            [.. projects.Where(project => restored.Count == 0 || restored.Contains(project.Path))],
            [.. downloads.Distinct()],
            packs,
            told ? new ImportedSdks.Told(sdks) : new ImportedSdks.Untold());
    }

    private static string[] Fields(string line)
    {
        var fields = line.Split('\t');
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Contains('%', StringComparison.Ordinal))
            {
                fields[i] = fields[i].Replace("%09", "\t", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
            }
        }

        return fields;
    }
}
