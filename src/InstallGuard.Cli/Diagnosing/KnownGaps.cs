namespace InstallGuard.Cli.Diagnosing;

/// <summary>What is known not to be covered. All of it stands in docs/threat-model.md.</summary>
internal static class KnownGaps
{
    /// <summary>What is so on this machine.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    public static IEnumerable<Finding> Of(Func<string, string?> environment)
    {
        if (environment("DOTNET_CLI_USE_MSBUILD_SERVER") is "1" or "true")
        {
            yield return new(
                Diagnosis.Gap,
                "with the MSBuild server one process restores many repositories, and the plugin of the first stays for all of them: the second stops with IG3001",
                "unset DOTNET_CLI_USE_MSBUILD_SERVER");
        }
    }

    /// <summary>What is so on every machine and in every repository.</summary>
    public static IReadOnlyList<Finding> Everywhere { get; } =
    [
        new(Diagnosis.Gap, "packages of local folder feeds, and those that `dotnet package update` brings, are checked at the next restore, after NuGet has extracted them"),
        new(
            Diagnosis.Gap,
            "`dotnet tool install`, `update`, `restore` and `exec` (`dnx`) run no target, and no project refers to what they bring: nobody looks at tools, neither then nor at the next restore",
            "review what changes in dotnet-tools.json, and look at a tool's package with `installguard inspect`"),
        new(Diagnosis.Gap, "Visual Studio's own restore does not run MSBuild targets; the next `dotnet build` or `dotnet restore` checks what it brought"),
    ];
}
