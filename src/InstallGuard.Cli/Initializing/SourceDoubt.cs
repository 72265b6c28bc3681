using InstallGuard.Adapters.Workspace;
using InstallGuard.Text;

namespace InstallGuard.Cli.Initializing;

/// <summary>
/// A reason why InstallGuard.Sdk may not come, or not be the same, on another machine, as far as the NuGet configuration
/// shows it. Here it may run all the same: it stays in the packages folder.
/// </summary>
/// <param name="What">What was found.</param>
/// <param name="Fix">What to do about it.</param>
internal sealed record SourceDoubt(string What, string Fix)
{
    /// <summary>All that there are.</summary>
    /// <param name="sources">What the configuration says.</param>
    /// <param name="version">The version that is wanted; null where none is known.</param>
    public static IReadOnlyList<SourceDoubt> Of(OwnPackageSources sources, string? version) => sources switch
    {
        OwnPackageSources.Unknown unknown => [new($"which sources have InstallGuard.Sdk is not known: {Quoted.Sentence(unknown.Because)}", "mend nuget.config")],
        OwnPackageSources.Known known => [.. Of(known, version)],
        _ => throw new System.Diagnostics.UnreachableException("no words for the answer"),
    };

    private static IEnumerable<SourceDoubt> Of(OwnPackageSources.Known known, string? version)
    {
        if (known.Missing.Count > 0)
        {
            yield return new(
                $"packageSourceMapping maps InstallGuard.Sdk to {Names(known.Missing)}, and no source of that name is in force",
                "name the source in the packageSources of the repository's nuget.config, or mend the mapping");
        }

        if (known.Asked.Count == 0)
        {
            if (known.Missing.Count == 0)
            {
                yield return known.All.Count == 0
                    ? new("there is no source that could have InstallGuard.Sdk", "name the one that has it in the repository's nuget.config")
                    : new("packageSourceMapping has no source for InstallGuard.Sdk", Mapping(known));
            }

            yield break;
        }

        var serving = known.Asked.Where(source => source.Holding != SourceHolding.HasNot).ToList();
        if (serving.Count == 0)
        {
            yield return new(
                $"InstallGuard.Sdk {version} is in none of the folders that are asked for it: {Names(known.Asked.Select(source => source.Name))}",
                "push it to one of them, or name the source that has it in the repository's nuget.config");
            yield break;
        }

        if (known.All.Count > 1 && known.Asked.Count + known.Missing.Count != 1)
        {
            yield return new($"more than one source may answer for InstallGuard.Sdk, which nobody can check before it runs: {Names(known.Asked.Select(source => source.Name))}", Mapping(known));
        }

        if (serving.All(source => source.NamedOutside is not null))
        {
            yield return new(
                $"InstallGuard.Sdk can come from {Names(serving.Select(source => source.Name))} only, which {string.Join(" and ", serving.Select(source => Quoted.Address(source.NamedOutside!)).Distinct())} names and no nuget.config of this repository: other machines may not have that source",
                "name the source in the repository's nuget.config");
        }
    }

    // The longest pattern wins: whatever else comes from any of them goes on doing so.
    private static string Mapping(OwnPackageSources.Known known)
    {
        const string Own = """<package pattern="InstallGuard" /><package pattern="InstallGuard.*" />""";
        var having = known.Asked.Where(source => source.Holding == SourceHolding.Has).ToList() is [var only] ? only.Name : null;
        var sources = known.All.Select(name => $"""<packageSource key="{System.Security.SecurityElement.Escape(name)}"><package pattern="*" />{(name == having ? Own : "")}</packageSource>""");
        return known.IsMapped ? $"add {Own} to the packageSourceMapping in nuget.config, for {(having is null ? "the one that has it" : Quoted.Account(having))} alone"
            : $"write into the repository's nuget.config: <packageSourceMapping>{string.Concat(sources)}</packageSourceMapping>{(having is null ? $", with {Own} besides for the one that has it" : "")}";
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Quoted.Account));
}
