using InstallGuard.Text;

namespace InstallGuard.Adapters.Workspace;

/// <summary>
/// A `dotnet package add` (or `dotnet add package`), read from its command line: MSBuild runs in the very process of the
/// command, and it is told the project but not the package.
/// </summary>
/// <param name="Id">The package that is to be added.</param>
/// <param name="Version">Its version; null for the latest.</param>
/// <param name="Framework">The only target framework that is to have it; null for all.</param>
/// <param name="Source">The only source to look in; null for those of the configuration.</param>
/// <param name="PackagesFolder">Where to install it; null for the usual folder.</param>
/// <param name="Prerelease">Whether the latest may be a prerelease.</param>
public sealed record PackageAddCommand(string Id, string? Version, string? Framework, string? Source, string? PackagesFolder, bool Prerelease)
{
    /// <summary>Reads it.</summary>
    /// <param name="arguments">Of the process, without the program's own name.</param>
    /// <exception cref="FormatException">It is another command, or has an argument that is not known here.</exception>
    public static PackageAddCommand Parse(IReadOnlyList<string> arguments)
    {
        var rest = new Queue<string>(OwnArguments([.. arguments.SkipWhile(argument => argument is "-d" or "--diagnostics")])
            ?? throw new FormatException("the command that asks is not `dotnet package add`"));
        var command = new PackageAddCommand("", null, null, null, null, false);
        while (rest.TryDequeue(out var argument))
        {
            var separator = argument.StartsWith('-') ? argument.IndexOfAny(['=', ':']) : -1;
            var name = separator < 0 ? argument : argument[..separator];
            string Value() => separator >= 0 ? argument[(separator + 1)..]
                : rest.TryDequeue(out var next) ? next
                : throw new FormatException($"{name} has no value");
            command = name switch
            {
                "-v" or "--version" => command with { Version = Value() },
                "-f" or "--framework" => command with { Framework = Value() },
                "-s" or "--source" => command with { Source = Value() },
                "--package-directory" => command with { PackagesFolder = Path.GetFullPath(Value()) },
                "--prerelease" when separator < 0 => command with { Prerelease = true },
                "--interactive" when separator < 0 => command,
                "--project" when Value().Length > 0 => command,
                _ when !name.StartsWith('-') && !name.StartsWith('@') && command.Id.Length == 0 => WithId(command, name),
                _ => throw new FormatException($"the argument {Quoted.Text(argument)} is not known to InstallGuard"),
            };
        }

        return command.Id.Length > 0 ? command : throw new FormatException("it names no package");
    }

    /// <summary>The project's properties with which a restore resolves what the command is going to.</summary>
    /// <param name="project">The project that it adds to.</param>
    /// <param name="latest">The version that the command takes where it names none.</param>
    public IEnumerable<string> Properties(string project, string latest)
    {
        yield return $"InstallGuardAddTo={project}";
        yield return $"InstallGuardAddId={Id}";
        yield return $"InstallGuardAddVersion={Version}";
        yield return $"InstallGuardAddLatest={latest}";
        yield return $"InstallGuardAddFramework={Framework}";
        yield return $"InstallGuardAddSource={(Directory.Exists(Source) ? Path.GetFullPath(Source) : Source)}";
        yield return $"InstallGuardAddPackagesFolder={PackagesFolder}";
    }

    private static PackageAddCommand WithId(PackageAddCommand command, string argument) => argument.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        ? command with { Id = argument[..at], Version = argument[(at + 1)..] }
        : command with { Id = argument };

    private static string[]? OwnArguments(string[] arguments) => arguments switch
    {
        ["package", "add", .. var rest] => rest,
        ["add", "package", .. var rest] => rest,
        ["add", _, "package", .. var rest] => rest,
        _ => null,
    };
}
