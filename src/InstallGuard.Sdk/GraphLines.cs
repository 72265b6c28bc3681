using InstallGuard.Adapters.Workspace;
using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>NuGet's restore graph as lines of a <see cref="RestoreGraph"/>.</summary>
internal static class GraphLines
{
    /// <summary>The lines of what is restored.</summary>
    /// <param name="project">The project that restores, or the one that MSBuild makes of a solution.</param>
    /// <param name="entries">Entries of NuGet's graph: ProjectSpec and RestoreSpec.</param>
    /// <exception cref="InvalidDataException">There is an entry of another kind.</exception>
    public static List<string> Of(string project, IReadOnlyCollection<ITaskItem> entries)
    {
        var lines = new List<string>(entries.Count + 1) { RestoreGraph.Line("target", project) };
        foreach (var entry in entries)
        {
            lines.Add(entry.GetMetadata("Type") switch
            {
                "ProjectSpec" => RestoreGraph.Line("project", entry.GetMetadata("OutputPath"), entry.GetMetadata("PackagesPath"), entry.GetMetadata("ProjectPath"), entry.GetMetadata("ConfigFilePaths")),
                "RestoreSpec" => RestoreGraph.Line("restore", entry.GetMetadata("ProjectUniqueName")),
                var other => throw new InvalidDataException($"the restore graph has an entry of an unknown type: {other}"),
            });
        }

        return lines;
    }
}
