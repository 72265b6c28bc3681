using System.CommandLine;
using InstallGuard.Adapters.Session;

namespace InstallGuard.Cli.Commands;

/// <summary>Arguments that several commands take, each meaning the same in all of them.</summary>
internal static class SharedOptions
{
    /// <summary>What is restored. It must exist: a mistyped option would otherwise be taken for a folder.</summary>
    public static Argument<FileSystemInfo> Target() =>
        new Argument<FileSystemInfo>("path")
        {
            Description = "A project, a solution, or a folder with one of them; by default the current folder.",
            Arity = ArgumentArity.ZeroOrOne,
        }.AcceptExistingOnly();

    /// <summary>Takes the lock as it is.</summary>
    public static Option<bool> Locked() =>
        new("--locked") { Description = "Change nothing: a package without a pin is an error." };

    /// <summary>Roots of one's own.</summary>
    public static Option<FileInfo[]> TrustedRoots() =>
        new Option<FileInfo[]>("--trusted-root")
        {
            Description = "A PEM file with additional trusted roots, for signatures of your own. May be given several times.",
            DefaultValueFactory = _ => [],
        }.AcceptExistingOnly();

    /// <summary>The settings of a command: the environment's, and what its arguments say on top.</summary>
    public static GuardSettings Settings(Ports ports, string start, bool locked, IReadOnlyCollection<FileInfo> roots)
    {
        var settings = GuardSettings.Read(ports.Environment, start);
        return settings with
        {
            Policy = settings.Policy with { Locked = settings.Policy.Locked || locked },
            TrustedRoots = [.. settings.TrustedRoots, .. roots.Select(root => root.FullName)],
        };
    }
}
