using InstallGuard.Cli.Initializing;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Diagnosing;

/// <summary>What MSBuild said about who imports InstallGuard.Sdk, project by project.</summary>
internal static class ImportFindings
{
    /// <param name="root">The root of the repository.</param>
    /// <param name="targets">What MSBuild was asked about.</param>
    /// <param name="known">What it said.</param>
    /// <param name="version">The version that the root's global.json names.</param>
    public static IEnumerable<Finding> Of(string root, IReadOnlyList<string> targets, Imports.Known known, string? version)
    {
        foreach (var cause in known.Broken.GroupBy(pair => pair.Value, pair => pair.Key).OrderBy(cause => cause.Min(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            var projects = cause.Select(target => Visible.Text(Path.GetRelativePath(root, target))).Order(StringComparer.Ordinal).ToList();
            yield return new(
                Diagnosis.Broken,
                $"{string.Join(", ", projects)} cannot be read, so that nobody knows whether {(projects.Count == 1 ? "it is" : "they are")} guarded: {Visible.Text(cause.Key)}",
                $"mend {(projects.Count == 1 ? "it" : "them")}, install what is missing, or leave {(projects.Count == 1 ? "it" : "them")} out with --exclude");
        }

        var without = targets.Where(target => !known.By.ContainsKey(target) && !known.Broken.ContainsKey(target)).ToList();
        foreach (var target in without)
        {
            yield return new(Diagnosis.Broken, $"{Path.GetRelativePath(root, target)} does not import InstallGuard.Sdk: its own restore is not guarded", Fix(root, target));
        }

        var elsewhere = known.By.Where(import => !PackageFolders.IsOf(import.Value, version)).ToList();
        foreach (var (target, folder) in elsewhere)
        {
            yield return new(
                Diagnosis.Broken,
                $"{Path.GetRelativePath(root, target)} imports InstallGuard.Sdk from {folder}, which is not the version that {GlobalJson.Name} names",
                $"look for what else names InstallGuard.Sdk in {GlobalJson.Name}, and for properties and targets that lead there");
        }

        if (without.Count == 0 && elsewhere.Count == 0 && known.Broken.Count == 0)
        {
            yield return new(Diagnosis.Fine, targets.Count == 1 ? "the one project imports InstallGuard.Sdk" : $"all {targets.Count} projects and solutions import InstallGuard.Sdk");
        }
    }

    private static string Fix(string root, string target)
    {
        try
        {
            if (NestedTargets.Before(root, target) is { } nested && !TargetsFile.Imports(Path.GetFileName(nested.Path), File.ReadAllText(nested.Path)))
            {
                return $"""{Path.GetRelativePath(root, nested.Path)} does not go on to the one above: {GuardFiles.Init}; or add <Import Project="{nested.Import}" /> to it""";
            }
        }
        catch (FormatException malformed)
        {
            return $"mend {malformed.Message}";
        }

        var import = Path.GetRelativePath(Path.GetDirectoryName(target)!, Path.Combine(root, OwnTargets.Name)).Replace('\\', '/');
        return $"""look for ImportDirectoryBuildTargets=false, for a Condition at an import, and for another Directory.Build.targets or Directory.Solution.targets that a property names; a project that is to stay apart can <Import Project="{import}" /> itself, or is left out with --exclude""";
    }
}
