using System.Text.RegularExpressions;
using System.Xml.Linq;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Cli.Initializing;

/// <summary>Asks MSBuild, which alone knows, whether projects and solutions import InstallGuard.Sdk. Nothing is restored or built.</summary>
internal sealed partial class Imports(DotNet dotnet)
{
    private const string Mark = "InstallGuard imported by ";
    private const string End = "InstallGuard has asked all of them";
    private const string NoSuchSdk = "error MSB4236";
    private const string Reason = ": error : ";

    // A solution that has no such target hands it on to its projects, and says so of those that do not have it either.
    private const string NoSuchTarget = "error MSB4057";

    /// <summary>How MSBuild answered: <see cref="Known"/> or <see cref="Unreadable"/>.</summary>
    public abstract record Answer
    {
        private protected Answer()
        {
        }
    }

    /// <summary>It read all of them that can be read.</summary>
    /// <param name="By">Those that import it, each with the folder of task and plugin.</param>
    /// <param name="Told">What the properties of each of them say.</param>
    /// <param name="Broken">Those that cannot be read, each with what MSBuild says about it: the same of all that have one cause.</param>
    public sealed record Known(
        IReadOnlyDictionary<string, string> By, IReadOnlyDictionary<string, RepositoryProperties> Told, IReadOnlyDictionary<string, string> Broken) : Answer;

    /// <summary>It could read none of them: no source has the SDK package, or MSBuild did not get to its end.</summary>
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
                new XElement("ItemGroup", targets.Select(target => new XElement("Asked", new XAttribute("Include", Traversal.Escaped(target))))),
                new XElement(
                    "Target",
                    new XAttribute("Name", "Ask"),
                    new XElement(
                        "MSBuild",
                        new XAttribute("Projects", "@(Asked)"),
                        new XAttribute("Targets", "InstallGuardIdentify"),
                        new XAttribute("SkipNonexistentTargets", "true"),

                        // One that cannot be read does not silence the others.
                        new XAttribute("ContinueOnError", "true"),

                        // As a restore reads them: what the packages of an earlier one brought is not imported.
                        new XAttribute("Properties", "ExcludeRestorePackageImports=true;InstallGuardAsked=true"),
                        new XElement("Output", new XAttribute("TaskParameter", "TargetOutputs"), new XAttribute("ItemName", "Answer"))),
                    new XElement("Message", new XAttribute("Importance", "high"), new XAttribute("Text", $"{Mark}%(Answer.OriginalItemSpec)|%(Answer.Identity)|%(Answer.LockFile)|%(Answer.Repository)|%(Answer.Locked)"), new XAttribute("Condition", "'@(Answer)' != ''")),
                    new XElement("Message", new XAttribute("Importance", "high"), new XAttribute("Text", End))))).Save(question);
            var (code, output) = await dotnet.AskAsync(
                ["msbuild", question, "-nologo", "-t:Ask", "-v:m", "-tl:off", "-noAutoResponse"], Path.GetDirectoryName(targets[0])!, _ => false, cancel);
            return Read(targets, [.. output.Split('\n').Select(line => line.Trim())], code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads what MSBuild said.</summary>
    /// <param name="targets">What it was asked about.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="code">What it ended with.</param>
    internal static Answer Read(IReadOnlyList<string> targets, IReadOnlyList<string> lines, int? code)
    {
        var by = new Dictionary<string, string>(StringComparer.Ordinal);
        var told = new Dictionary<string, RepositoryProperties>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.StartsWith(Mark, StringComparison.Ordinal)))
        {
            if (line[Mark.Length..].Split('|') is [var target, { Length: > 0 } assembly, var lockFile, var repository, var locked])
            {
                by[target] = Path.GetDirectoryName(Path.GetFullPath(assembly))!;
                told[target] = new(lockFile, repository, locked);
            }
        }

        var broken = targets.Where(target => !by.ContainsKey(target))
            .Select(target => (Target: target, Problem: ProblemOf(target, lines)))
            .Where(one => one.Problem is not null)
            .ToDictionary(one => one.Target, one => one.Problem!, StringComparer.Ordinal);
        return !lines.Contains(End) ? new Unreadable(Errors(lines).FirstOrDefault() ?? $"MSBuild ended with exit code {code}")
            : broken.Count == targets.Count ? new Unreadable($"{targets[0]}: {broken[targets[0]]}")
            : new Known(by, told, broken);
    }

    private static string? ProblemOf(string target, IReadOnlyList<string> lines)
    {
        if (Errors(lines).FirstOrDefault(line => IsAbout(line, target)) is not { } problem)
        {
            return null;
        }

        var said = OfProject().Replace(problem, "");
        var text = said.StartsWith(target, StringComparison.Ordinal) ? said[target.Length..].TrimStart(' ', ':') : said;
        return NotFound(said) is { } sdk && WhyNot(sdk, lines) is { } why ? $"{text} {why}" : text;
    }

    // Why an SDK was not found stands in the line before, of which nobody says for which project it was; and that once.
    private static string? WhyNot(string notFound, IReadOnlyList<string> lines)
    {
        var at = lines.TakeWhile(line => NotFound(OfProject().Replace(line, "")) != notFound).Count();
        return at > 0 && at < lines.Count && lines[at - 1].IndexOf(Reason, StringComparison.Ordinal) is >= 0 and var reason
            ? lines[at - 1][(reason + Reason.Length)..].Trim()
            : null;
    }

    private static string? NotFound(string line) => line.IndexOf(NoSuchSdk, StringComparison.Ordinal) is >= 0 and var at ? line[at..] : null;

    private static IEnumerable<string> Errors(IReadOnlyList<string> lines) =>
        lines.Where(line => ErrorCode().IsMatch(line) && !line.Contains(NoSuchTarget, StringComparison.Ordinal));

    // MSBuild begins with the file that is wrong, and ends with the project that it was read for.
    private static bool IsAbout(string line, string target) =>
        line.StartsWith($"{target}(", StringComparison.Ordinal) || line.StartsWith($"{target} :", StringComparison.Ordinal)
        || line.Contains($"[{target}]", StringComparison.Ordinal) || line.Contains($"[{target}::", StringComparison.Ordinal);

    [GeneratedRegex(@"\s*\[[^\[\]]*\]$")]
    private static partial Regex OfProject();

    [GeneratedRegex(@"\berror [A-Z]+[0-9]+:")]
    private static partial Regex ErrorCode();
}
