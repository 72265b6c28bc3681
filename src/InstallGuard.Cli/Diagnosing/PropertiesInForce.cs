using InstallGuard.Adapters.Session;

namespace InstallGuard.Cli.Diagnosing;

/// <summary>Which lock the restore of each project and solution uses and whether it may change, as their properties say to MSBuild.</summary>
internal sealed class PropertiesInForce
{
    private readonly List<Finding> _findings = [];

    /// <param name="ports">The process.</param>
    /// <param name="settings">The settings of the repository without its properties.</param>
    /// <param name="root">The root of the repository.</param>
    /// <param name="told">What the properties of each project and solution say.</param>
    public PropertiesInForce(Ports ports, GuardSettings settings, string root, IReadOnlyDictionary<string, RepositoryProperties> told)
    {
        var settled = new List<(string Target, GuardSettings Settings)>();
        foreach (var (target, properties) in told.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            try
            {
                var one = properties.InForce(ports.Environment, target);
                settled.Add((target, one));
                if (properties.UnlocksInVain(one))
                {
                    _findings.Add(new(Diagnosis.Gap, $"{Path.GetRelativePath(root, target)}: {RepositoryProperties.UnlockedInVain}", "take the property out"));
                }
            }
            catch (FormatException wrong)
            {
                _findings.Add(new(Diagnosis.Broken, $"{Path.GetRelativePath(root, target)}: {wrong.Message}: its restores stop", "mend the property"));
            }
        }

        var kinds = settled.GroupBy(one => (one.Settings.LockPath, one.Settings.Policy.Locked)).ToList();
        foreach (var kind in kinds.Where(kind => kinds.Count > 1 || kind.Key.LockPath != settings.LockPath))
        {
            _findings.Add(new(
                Diagnosis.Gap,
                $"{Named(kind.Select(one => Path.GetRelativePath(root, one.Target)))}: restored under {kind.Key.LockPath}{(kind.Key.Locked ? ", locked" : "")}",
                "look for InstallGuardLockFile, InstallGuardLocked and InstallGuard.targets in the repository, if it is not meant"));
        }

        Settings = kinds.Count == 0
            ? [settings]
            : [.. kinds.Select(kind => settings with { LockPath = kind.Key.LockPath, Policy = settings.Policy with { Locked = kind.Key.Locked } })];
    }

    /// <summary>What is out of the ordinary.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The settings in force, once for each lock.</summary>
    public IReadOnlyList<GuardSettings> Settings { get; }

    private static string Named(IEnumerable<string> targets)
    {
        var all = targets.ToList();
        return all.Count > 3 ? $"{string.Join(", ", all.Take(3))} and {all.Count - 3} more" : string.Join(", ", all);
    }
}
