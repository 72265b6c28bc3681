using System.Xml.Linq;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Cli.Initializing;

/// <summary>Asks MSBuild, which alone knows, whether projects and solutions import InstallGuard.Sdk. Nothing is restored or built.</summary>
internal sealed class Imports(DotNet dotnet)
{
    private const string Mark = "InstallGuard imported by ";

    /// <summary>How MSBuild answered: <see cref="Known"/> or <see cref="Unreadable"/>.</summary>
    public abstract record Answer
    {
        private protected Answer()
        {
        }
    }

    /// <summary>It could read all of them.</summary>
    /// <param name="By">Those that import it, each with the folder of task and plugin.</param>
    /// <param name="Told">What the properties of each of them say.</param>
    public sealed record Known(IReadOnlyDictionary<string, string> By, IReadOnlyDictionary<string, RepositoryProperties> Told) : Answer;

    /// <summary>It could not: a project is broken, or no source has the SDK package.</summary>
    public sealed record Unreadable(string Problem) : Answer;

    /// <summary>Asks about all of them at once.</summary>
    /// <param name="targets">Projects and solutions, as full paths.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Answer> OfAsync(IReadOnlyList<string> targets, CancellationToken cancel)
    {
        // A project of our own that asks each of them for a target that only InstallGuard.Sdk has.
        var folder = Directory.CreateTempSubdirectory("installguard-");
        try
        {
            var question = Path.Combine(folder.FullName, "question.proj");
            new XDocument(new XElement(
                "Project",
                new XElement("ItemGroup", targets.Select(target => new XElement("Asked", new XAttribute("Include", target)))),
                new XElement(
                    "Target",
                    new XAttribute("Name", "Ask"),
                    new XElement(
                        "MSBuild",
                        new XAttribute("Projects", "@(Asked)"),
                        new XAttribute("Targets", "InstallGuardIdentify"),
                        new XAttribute("SkipNonexistentTargets", "true"),

                        // As a restore reads them: what the packages of an earlier one brought is not imported.
                        new XAttribute("Properties", "ExcludeRestorePackageImports=true;InstallGuardAsked=true"),
                        new XElement("Output", new XAttribute("TaskParameter", "TargetOutputs"), new XAttribute("ItemName", "Answer"))),
                    new XElement("Message", new XAttribute("Importance", "high"), new XAttribute("Text", $"{Mark}%(Answer.OriginalItemSpec)|%(Answer.Identity)|%(Answer.LockFile)|%(Answer.Repository)|%(Answer.Locked)"), new XAttribute("Condition", "'@(Answer)' != ''"))))).Save(question);
            var (code, output) = await dotnet.AskAsync(
                ["msbuild", question, "-nologo", "-t:Ask", "-v:m", "-tl:off", "-noAutoResponse"], Path.GetDirectoryName(targets[0])!, _ => false, cancel);
            return code == 0 ? Read(output) : new Unreadable(Problem(output, code));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Known Read(string output)
    {
        var by = new Dictionary<string, string>(StringComparer.Ordinal);
        var told = new Dictionary<string, RepositoryProperties>(StringComparer.Ordinal);
        foreach (var line in output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith(Mark, StringComparison.Ordinal)))
        {
            if (line[Mark.Length..].Split('|') is [var target, { Length: > 0 } assembly, var lockFile, var repository, var locked])
            {
                by[target] = Path.GetDirectoryName(Path.GetFullPath(assembly))!;
                told[target] = new(lockFile, repository, locked);
            }
        }

        return new(by, told);
    }

    private static string Problem(string output, int? code) =>
        output.Split('\n').FirstOrDefault(line => line.Contains(": error", StringComparison.Ordinal))?.Trim() ?? $"MSBuild ended with exit code {code}";
}
