namespace InstallGuard.Reports;

/// <summary>What is said where a restore was stopped and what NuGet wrote for builds is taken away, also of projects that were restored before.</summary>
public static class TakenAway
{
    /// <summary>In one line, safe to show; null where nothing was there.</summary>
    /// <param name="projects">How many projects it was of.</param>
    public static string? Line(int projects) => projects == 0 ? null
        : $"what NuGet had restored for {(projects == 1 ? "1 project" : $"{projects} projects")} (project.assets.json) was taken away, so that nothing is built with it; until this is settled and restored again, `--no-restore` ends with NETSDK1004";
}
