using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Cli.Initializing;

/// <summary>Whether MSBuild finds InstallGuard.Sdk for a project: <see cref="Found"/>, <see cref="NotImported"/> or <see cref="Missing"/>.</summary>
internal abstract record Resolution
{
    private Resolution()
    {
    }

    /// <summary>It is imported from this folder.</summary>
    public sealed record Found(string ToolsFolder) : Resolution;

    /// <summary>The project does not import it.</summary>
    public sealed record NotImported : Resolution;

    /// <summary>The project cannot be read, mostly because no source has the package.</summary>
    public sealed record Missing(string Problem) : Resolution;

    /// <summary>Asks MSBuild.</summary>
    public static async Task<Resolution> OfAsync(DotNet dotnet, string project, CancellationToken cancel)
    {
        // A solution says nothing about properties; what its restore does is that of its targets.
        string[] question = project.EndsWith("proj", StringComparison.OrdinalIgnoreCase)
            ? ["msbuild", project, "-nologo", "-getProperty:InstallGuardTaskAssembly"]
            : ["msbuild", project, "-nologo", "-t:InstallGuardRestoreGraph", "-v:q"];
        var (code, output) = await dotnet.AskAsync(question, Path.GetDirectoryName(project)!, _ => false, cancel);
        var said = output.Trim();
        return code != 0 ? new Missing(said.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal))?.Trim() ?? $"exit code {code}")
            : question.Length > 4 ? new Found("")
            : said.Length == 0 ? new NotImported()
            : new Found(Path.GetDirectoryName(Path.GetFullPath(said))!);
    }
}
