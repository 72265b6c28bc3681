using System.Xml;

namespace InstallGuard.Cli.Initializing;

/// <summary>
/// <c>Directory.Build.targets</c> and <c>Directory.Solution.targets</c> as text: our import is put in and taken out
/// without touching anything else.
/// </summary>
internal static class TargetsFile
{
    public const string ForProjects = "Directory.Build.targets";
    public const string ForSolutions = "Directory.Solution.targets";

    // In a restore, and there alone, MSBuild passes over an import of a file that is not there.
    private const string Requirement = """<Target Name="RequireInstallGuard" BeforeTargets="Restore" Condition="'$(InstallGuardRepository)' == ''"><Error Code="IG3005" Text="this run cannot be guarded: InstallGuard.targets is missing; help: a restore needs Directory.Build.targets, Directory.Solution.targets, InstallGuard.targets, global.json and installguard.lock.json; in a Dockerfile copy all of them before the restore" /></Target>""";
    private const string Comment = "  <!-- Every restore of this repository is guarded by InstallGuard. -->\n";
    private const string Close = "</Project>";

    /// <summary>The file that is made where there is none.</summary>
    public static string New => $"<Project>\n{Comment}  {ImportOf(OwnTargets.Name)}\n  {Requirement}\n{Close}\n";

    /// <summary>Whether a file imports InstallGuard, in whatever words.</summary>
    /// <exception cref="FormatException">It is no MSBuild file, with line and column.</exception>
    public static bool Imports(string name, string text) => Read(name, text).HasImport;

    /// <summary>Whether a restore stops where the file that is imported is missing. An import of the SDK itself needs nothing for that.</summary>
    public static bool Requires(string text) => !text.Contains(OwnTargets.Name, StringComparison.OrdinalIgnoreCase) || text.Contains(Requirement, StringComparison.Ordinal);

    /// <summary>Whether a file imports one of its own name, which is how it goes on to the one above.</summary>
    /// <exception cref="FormatException">It is no MSBuild file, with line and column.</exception>
    public static bool GoesOn(string name, string text) => Read(name, text).GoesOn;

    /// <summary>The text with our import at its end, and what it needs.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="project">What is imported, from the file's folder.</param>
    /// <exception cref="FormatException">It is no MSBuild file, with line and column.</exception>
    public static string With(string name, string text, string project = OwnTargets.Name)
    {
        var import = ImportOf(project);
        var file = Read(name, text);
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        if (file.HasImport)
        {
            return Requires(text) ? text : WithRequirement(text, import, newLine);
        }

        if (file.IsEmptyElement)
        {
            // <Project /> has no end: it gets one. The layout is one that no other file turns into, so that there is a way back.
            return $"{text[..file.End]}>{import}{Requirement}{newLine}{Close}{text[(file.End + 2)..]}";
        }

        var line = text.LastIndexOf('\n', file.End - 1) + 1;
        return string.IsNullOrWhiteSpace(text[line..file.End]) && line > 0
            ? $"{text[..line]}{file.Indent}{import}{newLine}{file.Indent}{Requirement}{newLine}{text[line..]}"
            : $"{text[..file.End]}{import}{Requirement}{text[file.End..]}";
    }

    // Beside an import that an older version wrote; one that somebody wrote in other words is left as it is.
    private static string WithRequirement(string text, string import, string newLine)
    {
        var at = text.IndexOf(import, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var (line, after) = (text.LastIndexOf('\n', at) + 1, at + import.Length);
        return string.IsNullOrWhiteSpace(text[line..at]) && text[after..].StartsWith(newLine, StringComparison.Ordinal)
            ? text.Insert(after + newLine.Length, $"{text[line..at]}{Requirement}{newLine}")
            : text.Insert(after, Requirement);
    }

    private static string WithoutRequirement(string text)
    {
        var at = text.IndexOf(Requirement, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var (line, after) = (text.LastIndexOf('\n', at) + 1, at + Requirement.Length);
        var next = text.IndexOf('\n', after) + 1;
        return line > 0 && next > 0 && string.IsNullOrWhiteSpace(text[line..at]) && string.IsNullOrWhiteSpace(text[after..next])
            ? text[..line] + text[next..]
            : text[..at] + text[after..];
    }

    /// <summary>The text as it was before our import came in; null when nothing but ours was in it.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="project">What is imported, from the file's folder.</param>
    /// <exception cref="FormatException">It is no MSBuild file, with line and column.</exception>
    public static string? Without(string name, string text, string project = OwnTargets.Name)
    {
        var import = ImportOf(project);
        var rest = WithoutRequirement(text);
        var at = rest.IndexOf(import, StringComparison.Ordinal);
        if (at < 0 || rest == WithoutRequirement(New))
        {
            return at < 0 ? rest : null;
        }

        var ways = WaysBack(rest, at, import.Length).ToList();
        var way = ways.Find(way => IsFile(name, way) && WithoutRequirement(With(name, way, project)) == rest) ?? ways[0];
        return way.Replace(Comment, "", StringComparison.Ordinal);
    }

    private static IEnumerable<string> WaysBack(string text, int at, int length)
    {
        var line = text.LastIndexOf('\n', at) + 1;
        var after = at + length;
        var next = text.IndexOf('\n', after) + 1;
        if (next > 0 && string.IsNullOrWhiteSpace(text[line..at]) && string.IsNullOrWhiteSpace(text[after..next]))
        {
            yield return text[..line] + text[next..];
        }

        yield return text[..at] + text[after..];
        var close = text.IndexOf(Close, after, StringComparison.Ordinal);
        if (close > 0 && text[..at].EndsWith('>') && string.IsNullOrWhiteSpace(text[after..close]))
        {
            yield return $"{text[..(at - 1)]}/>{text[(close + Close.Length)..]}";
        }
    }

    private static string ImportOf(string project) => $"""<Import Project="{project}" />""";

    private static bool IsFile(string name, string text)
    {
        try
        {
            _ = Read(name, text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static Shape Read(string name, string text)
    {
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var lines = (IXmlLineInfo)reader;
            var (hasImport, goesOn, isEmpty, end, indent) = (false, false, false, -1, "  ");
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element when reader.Depth == 0:
                        if (reader.LocalName != "Project")
                        {
                            throw new FormatException($"{name} is not an MSBuild file: its root is {Reports.Visible.Text(reader.LocalName)}");
                        }

                        isEmpty = reader.IsEmptyElement;
                        end = isEmpty ? text.IndexOf("/>", Offset(text, lines), StringComparison.Ordinal) : end;
                        break;
                    case XmlNodeType.Element:
                        goesOn |= reader.LocalName == "Import" && reader.GetAttribute("Project")?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;
                        hasImport |= reader.LocalName == "Import" && IsOurs(reader.GetAttribute("Sdk"), reader.GetAttribute("Project"));
                        indent = reader.Depth == 1 ? IndentAt(text, Offset(text, lines) - 1) ?? indent : indent;
                        break;
                    case XmlNodeType.EndElement when reader.Depth == 0:
                        end = Offset(text, lines) - 2;
                        break;
                    default:
                        break;
                }
            }

            return new(hasImport, goesOn, isEmpty, end, indent);
        }
        catch (XmlException malformed)
        {
            throw new FormatException($"{name}, line {malformed.LineNumber}, column {malformed.LinePosition}: it is not XML", malformed);
        }
    }

    private static bool IsOurs(string? sdk, string? project) =>
        "InstallGuard.Sdk".Equals(sdk, StringComparison.OrdinalIgnoreCase)
        || (project is not null && project.EndsWith(OwnTargets.Name, StringComparison.OrdinalIgnoreCase));

    private static int Offset(string text, IXmlLineInfo at)
    {
        var offset = 0;
        for (var line = 1; line < at.LineNumber; line++)
        {
            offset = text.IndexOf('\n', offset) + 1;
        }

        return offset + at.LinePosition - 1;
    }

    private static string? IndentAt(string text, int element)
    {
        var line = text.LastIndexOf('\n', element) + 1;
        return line > 0 && string.IsNullOrWhiteSpace(text[line..element]) ? text[line..element] : null;
    }

    /// <param name="HasImport">Whether it imports InstallGuard.</param>
    /// <param name="GoesOn">Whether it imports a file of its own name.</param>
    /// <param name="IsEmptyElement">Whether the root is one tag.</param>
    /// <param name="End">Where the root's end tag, or the end of its one tag, begins.</param>
    /// <param name="Indent">The indentation of the root's children.</param>
    private sealed record Shape(bool HasImport, bool GoesOn, bool IsEmptyElement, int End, string Indent);
}
