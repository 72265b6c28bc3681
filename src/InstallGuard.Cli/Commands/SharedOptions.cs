using System.CommandLine;
using System.CommandLine.Parsing;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;

namespace InstallGuard.Cli.Commands;

/// <summary>Arguments that several commands take, each meaning the same in all of them.</summary>
internal static class SharedOptions
{
    /// <summary>
    /// What is restored. It must exist, and be something that can be restored: a mistyped option would otherwise be taken
    /// for a folder.
    /// </summary>
    public static Argument<FileSystemInfo> Target()
    {
        var path = new Argument<FileSystemInfo>("path")
        {
            Description = "A project, a solution, or a folder with one of them; by default the current folder, or the nearest one above it in this repository.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        path.Validators.Add(result => RequireThere(result, given => File.Exists(given) || Directory.Exists(given)));
        return path;
    }

    /// <summary>The folder of a repository.</summary>
    public static Argument<DirectoryInfo> Repository()
    {
        var path = new Argument<DirectoryInfo>("path")
        {
            Description = "The repository; by default the one that the current folder is in.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        path.Validators.Add(result => RequireThere(result, Directory.Exists));
        return path;
    }

    private static void RequireThere(ArgumentResult result, Func<string, bool> isThere)
    {
        var given = result.Tokens.Count == 1 ? result.Tokens[0].Value : ".";
        if (!isThere(given))
        {
            result.AddError($"{Reports.Visible.Text(given)} does not exist");
        }
    }

    /// <summary>
    /// What a command is about: what was named, or else the current folder. Where there is nothing to restore in it, the
    /// nearest folder above it that has something, within the repository, or else the root of a guarded one; and it is said which.
    /// </summary>
    public static string Start(Ports ports, FileSystemInfo? given)
    {
        if (given is not null || RepositoryRoot.Of(ports.Folder) is not { } root)
        {
            return given?.FullName ?? ports.Folder;
        }

        for (var at = ports.Folder; at is not null && at.Length >= root.Length; at = Path.GetDirectoryName(at))
        {
            if (Restorable(at) is var (solutions, projects) && solutions.Count + projects.Count > 0)
            {
                if (at != ports.Folder)
                {
                    ports.Warn($"there is no project and no solution in this folder; taking what is in {ports.Shown(at)}");
                }

                return at;
            }
        }

        if (root == ports.Folder || !File.Exists(Path.Combine(root, LockLocation.GuardFile)))
        {
            return ports.Folder;
        }

        ports.Warn($"there is no project and no solution in this folder, nor in one above it; taking the repository {ports.Shown(root)}");
        return root;
    }

    /// <summary>Makes sure that it can be told what is to be restored, as MSBuild will tell it.</summary>
    /// <exception cref="FormatException">It is a folder with nothing to restore in it, or with several; what could be named is said.</exception>
    public static void RequireRestorable(Ports ports, string start)
    {
        if (!Directory.Exists(start))
        {
            return;
        }

        var (solutions, projects) = Restorable(start);
        if (solutions.Count + projects.Count == 0)
        {
            var below = RepositoryRoot.Below(start, "*.sln*").Where(RepositoryRoot.IsSolution).Order(StringComparer.Ordinal).ToList();
            throw new FormatException($"there is no project and no solution in {ports.Shown(start)}{Naming(ports, below.Count > 0 ? below : RepositoryRoot.Projects(start))}");
        }

        // MSBuild takes a solution for its project where they have one name, and nothing else that there are two of.
        if (solutions.Count + projects.Count > 1
            && !(solutions is [var solution] && projects is [var project] && Path.GetFileNameWithoutExtension(solution).Equals(Path.GetFileNameWithoutExtension(project), StringComparison.OrdinalIgnoreCase)))
        {
            throw new FormatException($"there are several projects or solutions in {ports.Shown(start)}{Naming(ports, [.. solutions, .. projects])}");
        }
    }

    private static string Naming(Ports ports, IReadOnlyList<string> candidates)
    {
        const int Shown = 3;
        return candidates.Count == 0
            ? " or below it"
            : $"; name one: {string.Join(", ", candidates.Take(Shown).Select(ports.Shown))}{(candidates.Count > Shown ? $" (and {candidates.Count - Shown} more)" : "")}";
    }

    private static (IReadOnlyList<string> Solutions, IReadOnlyList<string> Projects) Restorable(string folder) =>
        (RepositoryRoot.Solutions(folder), [.. Directory.EnumerateFiles(folder).Where(IsProject).Order(StringComparer.Ordinal)]);

    /// <summary>Takes the lock as it is.</summary>
    public static Option<bool?> Locked() =>
        new("--locked")
        {
            Description = "Change nothing: a package without a pin is an error. The default on a build server; `--locked false` turns it off.",
            Arity = ArgumentArity.ZeroOrOne,
        };

    /// <summary>For people or for programs.</summary>
    public static Option<EvidenceFormat> Format() =>
        new Option<EvidenceFormat>("--format") { Description = "text or json." }.AcceptOnlyFromAmong("text", "json");

    /// <summary>Remembers what is blocked as one list.</summary>
    public static Option<bool> Collect() => new("--collect")
    {
        Description = "Remember what is blocked as one list, which `accept` can then take as a whole.",
    };

    /// <summary>The same as <see cref="Collect"/>, for scripts that have it.</summary>
    public static Option<bool> CollectByItsOldName() => new("--audit") { Hidden = true };

    /// <summary>Who does something that stands in the lock.</summary>
    public static Option<string?> By()
    {
        var by = new Option<string?>("--by") { Description = "Who does it; by default git's user.email, or else the user's name." };
        by.Validators.Add(result =>
        {
            if (result.GetValue(by) is { } name && string.IsNullOrWhiteSpace(name))
            {
                result.AddError("--by must not be empty");
            }
        });
        return by;
    }

    /// <summary>Why, for the lock.</summary>
    public static Option<string?> Reason(bool required)
    {
        var reason = new Option<string?>("--reason") { Description = $"Why it is right, in {AcceptanceReason.FewestLetters} letters or more; it stands in the lock for review.", Required = required };
        reason.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && AcceptanceReason.Problem(result.GetValue(reason) ?? "") is { } problem)
            {
                result.AddError($"--reason {problem}");
            }
        });
        return reason;
    }

    /// <summary>The name given with <see cref="By"/>, or that of whoever is at work.</summary>
    public static string Who(Ports ports, string? given) => given ?? Adapters.Workspace.GitUser.Email(ports.Folder) ?? Environment.UserName;

    /// <summary>What a repository has and nobody restores here.</summary>
    public static Option<FileSystemInfo[]> Exclude() =>
        new Option<FileSystemInfo[]>("--exclude")
        {
            Description = "A project, a solution, a file-based app or a folder that is left out. May be given several times.",
            DefaultValueFactory = _ => [],
        }.AcceptExistingOnly();

    /// <summary>Roots of one's own.</summary>
    public static Option<FileInfo[]> TrustedRoots() =>
        new Option<FileInfo[]>("--trusted-root")
        {
            Description = "A PEM file with additional trusted roots, for signatures of your own. May be given several times.",
            DefaultValueFactory = _ => [],
        }.AcceptExistingOnly();

    /// <summary>The settings of a command: the environment's, and what its arguments say on top.</summary>
    public static GuardSettings Settings(Ports ports, string start, bool? locked, IReadOnlyCollection<FileInfo> roots)
    {
        var settings = GuardSettings.Read(ports.Environment, start);
        return settings with
        {
            Policy = locked switch
            {
                null => settings.Policy,
                true => GuardSettings.LockedFor(Policies.LockedBy.CommandLine),
                false => Policies.Policy.Default,
            },
            TrustedRoots = [.. settings.TrustedRoots, .. roots.Select(root => root.FullName)],
        };
    }

    // As MSBuild looks for what to build in a folder.
    private static bool IsProject(string file) => Path.GetExtension(file).EndsWith("proj", StringComparison.OrdinalIgnoreCase);
}
