using InstallGuard.Adapters.Workspace;
using InstallGuard.Cli.Initializing;

namespace InstallGuard.Cli.Diagnosing;

/// <summary>The files by which a repository guards its restores, as they are.</summary>
/// <param name="root">The root of the repository.</param>
/// <param name="targets">What the repository consists of.</param>
internal sealed class GuardFiles(string root, RestoreTargets targets)
{
    /// <summary>What helps where a file is missing or not as it should be.</summary>
    public const string Init = "run `installguard init`, and commit what it changed";

    private readonly RepositoryFiles _files = new(root);

    /// <summary>The version that the root's <c>global.json</c> names; null when it names none, or is none.</summary>
    public string? Version
    {
        get
        {
            try
            {
                return Named(Path.Combine(root, GlobalJson.Name));
            }
            catch (FormatException)
            {
                // It is said by the finding on global.json.
                return null;
            }
        }
    }

    /// <summary>Whether there are none: nobody has guarded the repository yet.</summary>
    public bool AreMissing => !File.Exists(Path.Combine(root, OwnTargets.Name)) && Broken.Count == 3;

    /// <summary>What is found.</summary>
    public IEnumerable<Finding> Findings => AreMissing ? [new(Diagnosis.Broken, "nobody has guarded this repository yet", Init)] :
    [
        .. _files.GlobalJsonsOf(targets.All).Select(GlobalJsonNames),
        .. ((string[])[TargetsFile.ForProjects, TargetsFile.ForSolutions]).Select(Imports),
        .. OwnTargetsFile() is { } other ? new[] { other } : [],
    ];

    /// <summary>Whether the files are in every commit, each lock among them.</summary>
    /// <param name="locks">The locks that are in force.</param>
    public IEnumerable<Finding> Ignored(IEnumerable<string> locks)
    {
        string[] committed = [.. _files.Committed([]).Where(File.Exists), .. locks.Where(path => path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))];
        return IgnoredFiles.In(root, committed) switch
        {
            IgnoredFiles.Known known => known.Files.Select(file => new Finding(
                Diagnosis.Broken,
                $"git ignores {Path.GetRelativePath(root, file)}, so that it is in no commit and clones of this repository do not have it",
                $"{Init}; or add the line !/{Path.GetRelativePath(root, file).Replace('\\', '/')} at the end of {GitIgnore.Name}")),
            IgnoredFiles.Unknown unknown => [new(Diagnosis.Gap, $"whether git ignores the lock file is not known: {unknown.Because}")],
            _ => throw new System.Diagnostics.UnreachableException("no words for the answer"),
        };
    }

    // Of the root's global.json and the two Directory files.
    private List<Finding> Broken =>
        [.. new[] { GlobalJsonNames(Path.Combine(root, GlobalJson.Name)), Imports(TargetsFile.ForProjects), Imports(TargetsFile.ForSolutions) }.Where(finding => finding is { Diagnosis: Diagnosis.Broken, Fix: Init })];

    private static string? Named(string path) => File.Exists(path) ? GlobalJson.PinnedVersion(File.ReadAllText(path)) : null;

    private Finding GlobalJsonNames(string path)
    {
        var name = Path.GetRelativePath(root, path);
        try
        {
            return Named(path) switch
            {
                null => new(Diagnosis.Broken, $"{name} does not name a version of InstallGuard.Sdk", Init),
                var version when version == ProductVersion.Text => new(Diagnosis.Fine, $"{name} names InstallGuard.Sdk {version}"),
                var version when GlobalJson.IsNewer(File.ReadAllText(path), ProductVersion.Text) =>
                    new(Diagnosis.Gap, $"{name} names InstallGuard.Sdk {version}, this is installguard {ProductVersion.Text}", "update the tool: `dotnet tool update installguard`"),
                var version => new(Diagnosis.Gap, $"{name} names InstallGuard.Sdk {version}, this is installguard {ProductVersion.Text}", Init),
            };
        }
        catch (FormatException malformed)
        {
            return new(Diagnosis.Broken, malformed.Message, $"mend {name}");
        }
    }

    private Finding Imports(string name)
    {
        var path = Path.Combine(root, name);
        try
        {
            return (File.Exists(path) ? File.ReadAllText(path) : null) switch
            {
                { } text when !TargetsFile.Imports(name, text) => new Finding(Diagnosis.Broken, $"{name} does not import InstallGuard.Sdk", Init),
                { } text when TargetsFile.Requires(text) => new(Diagnosis.Fine, $"{name} imports InstallGuard.Sdk"),
                { } => new(Diagnosis.Gap, $"where {OwnTargets.Name} is missing, as in a layer of a container, restores pass over the import in {name} in silence", Init),
                null => new(Diagnosis.Broken, $"{name} does not import InstallGuard.Sdk", Init),
            };
        }
        catch (FormatException malformed)
        {
            return new(Diagnosis.Broken, malformed.Message, $"mend {name}");
        }
    }

    // Whatever imports it stands on its text.
    private Finding? OwnTargetsFile()
    {
        var path = Path.Combine(root, OwnTargets.Name);
        return File.Exists(path) && Version == ProductVersion.Text && File.ReadAllText(path).ReplaceLineEndings("\n") != OwnTargets.Text.ReplaceLineEndings("\n")
            ? new(Diagnosis.Broken, $"{OwnTargets.Name} is not the file that installguard {ProductVersion.Text} writes", Init)
            : null;
    }
}
