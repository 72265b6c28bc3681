using System.Text;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>Solutions in the old format.</summary>
internal static class SolutionText
{
    private const string CSharp = "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";

    /// <summary>A solution of projects <c>name/name.csproj</c>.</summary>
    public static string Of(params string[] projects)
    {
        var text = new StringBuilder("\nMicrosoft Visual Studio Solution File, Format Version 12.00\n");
        var ids = projects.Select((project, i) => (project, Id: $"{{0000000{i}-1111-1111-1111-111111111111}}")).ToList();
        foreach (var (project, id) in ids)
        {
            text.Append($"Project(\"{CSharp}\") = \"{project}\", \"{project}\\{project}.csproj\", \"{id}\"\nEndProject\n");
        }

        text.Append("Global\n\tGlobalSection(SolutionConfigurationPlatforms) = preSolution\n\t\tDebug|Any CPU = Debug|Any CPU\n\tEndGlobalSection\n");
        text.Append("\tGlobalSection(ProjectConfigurationPlatforms) = postSolution\n");
        foreach (var (_, id) in ids)
        {
            text.Append($"\t\t{id}.Debug|Any CPU.ActiveCfg = Debug|Any CPU\n\t\t{id}.Debug|Any CPU.Build.0 = Debug|Any CPU\n");
        }

        return text.Append("\tEndGlobalSection\nEndGlobal\n").ToString();
    }
}
