namespace InstallGuard.Adapters.Workspace;

/// <summary>
/// The files in which MSBuild looks for SDKs by itself: projects and solutions, and for each the <c>Directory.*</c> files and
/// <c>global.json</c> from its folder up. Those that are not there count too, since MSBuild would read them if they were.
/// </summary>
internal sealed class SdkFiles
{
    private const string Solution = ".metaproj";
    private const string GlobalJson = "global.json";

    private static readonly string[] OfProjects = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", GlobalJson];
    private static readonly string[] OfSolutions = ["Directory.Solution.props", "Directory.Solution.targets", GlobalJson];

    private readonly IReadOnlyList<string> _projects;
    private readonly IReadOnlyList<string> _solutions;

    /// <param name="graph">What is restored.</param>
    public SdkFiles(RestoreGraph graph)
    {
        _projects = [.. graph.Targets.Where(target => !IsSolution(target)).Concat(graph.Projects.Select(project => project.Path)).Where(path => path.Length > 0).Distinct(StringComparer.Ordinal)];
        _solutions = [.. graph.Targets.Where(IsSolution)];
    }

    /// <summary>All of them, there or not.</summary>
    public IReadOnlyList<string> All =>
        [.. _projects.SelectMany(Of).Concat(Above(_projects, OfProjects)).Concat(Above(_solutions, OfSolutions)).Distinct(StringComparer.Ordinal)];

    /// <summary>Those that MSBuild reads: of several <c>global.json</c> above each other the nearest alone.</summary>
    public IReadOnlyList<string> ThatCount
    {
        get
        {
            var nearest = _projects.Concat(_solutions).Select(NearestGlobalJson).ToHashSet(StringComparer.Ordinal);
            return [.. All.Where(File.Exists).Where(file => Path.GetFileName(file) != GlobalJson || nearest.Contains(file))];
        }
    }

    /// <summary>The folder that the restore's own NuGet configuration is looked for from.</summary>
    public string Folder => Path.GetDirectoryName(_projects.Concat(_solutions).First())!;

    private static bool IsSolution(string target) =>
        Path.GetExtension(target).Equals(Solution, StringComparison.OrdinalIgnoreCase) || RepositoryRoot.IsSolution(target);

    // The project of a file-based app is not a file.
    private static IEnumerable<string> Of(string project) => [project, $"{project}.user", .. File.Exists(project) ? [] : new[] { Path.ChangeExtension(project, ".cs") }];

    private static IEnumerable<string> Above(IEnumerable<string> paths, IReadOnlyList<string> names)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            for (var folder = Path.GetDirectoryName(path); folder is not null && folders.Add(folder); folder = Path.GetDirectoryName(folder))
            {
                foreach (var name in names)
                {
                    yield return Path.Combine(folder, name);
                }
            }
        }
    }

    private static string? NearestGlobalJson(string path) => Above([path], [GlobalJson]).FirstOrDefault(File.Exists);
}
