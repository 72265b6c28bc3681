using InstallGuard.EndToEnd.Sdk;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>
/// Many projects of one guarded repository, each restored by itself and all by one MSBuild: NuGet ends a restore at the first
/// package that is refused, and starting MSBuild takes longer than most restores.
/// </summary>
internal static class EachProject
{
    private const string Traversal = "each.proj";

    /// <summary>The packed MSBuild SDK, from where the projects get it.</summary>
    public static SandboxSource Packed { get; } = new("packed", Guarded.Packed);

    /// <summary>Makes the sandbox's work folder a guarded repository, whose projects are in the folders below.</summary>
    public static async Task InitialiseAsync(Sandbox sandbox)
    {
        _ = Directory.CreateDirectory(Path.Combine(sandbox.Work, ".git"));
        await GuardedRepository.InitialiseAsync(sandbox.Work);
        _ = sandbox.WriteFile(Traversal, """
            <Project>
              <ItemGroup><Each Include="*/*.csproj" /></ItemGroup>
              <Target Name="Restore"><MSBuild Projects="%(Each.FullPath)" Targets="Restore" ContinueOnError="WarnAndContinue" /></Target>
            </Project>
            """);
    }

    /// <summary>Restores them.</summary>
    public static Task<ProcessResult> RestoreAsync(Sandbox sandbox) => sandbox.DotNetAsync("msbuild", Traversal, "-t:Restore");
}
