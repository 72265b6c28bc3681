using System.Text;
using System.Text.Json;
using InstallGuard.Identity;

namespace InstallGuard.Cli.Initializing;

/// <summary>
/// <c>global.json</c> as text: our line in <c>msbuild-sdks</c> is put in and taken out without touching anything else,
/// comments and formatting included.
/// </summary>
internal static class GlobalJson
{
    public const string Name = "global.json";

    private const string Member = "msbuild-sdks";
    private const string SdkName = "InstallGuard.Sdk";

    /// <summary>The file that is made where there is none.</summary>
    public static string New(string version) => $"{{\n  \"{Member}\": {{\n    {Entry(version)}\n  }}\n}}\n";

    /// <summary>The version that the file pins; null when it pins none.</summary>
    /// <exception cref="FormatException">It is no JSON object, with line and column.</exception>
    public static string? PinnedVersion(string text) => Find(text).Ours?.Value;

    /// <summary>Whether the file names a newer version than this one.</summary>
    /// <exception cref="FormatException">It is no JSON object, with line and column.</exception>
    public static bool IsNewer(string text, string version) =>
        PackageVersion.TryParse(PinnedVersion(text) ?? "", out var named) && PackageVersion.TryParse(version, out var own) && named > own;

    /// <summary>From which version to which the text is changed, in words; null where it names none yet.</summary>
    /// <exception cref="FormatException">It is no JSON object, with line and column.</exception>
    public static string? Step(string text, string version) => PinnedVersion(text) is { } before ? $"InstallGuard.Sdk {before} → {version}" : null;

    /// <summary>The text with our line in it, at this version.</summary>
    /// <exception cref="FormatException">It is no JSON object, with line and column.</exception>
    public static string With(string text, string version)
    {
        var places = Find(text);
        if (places.Ours is { } ours)
        {
            return ours.Value == version ? text : Splice(text, ours.Start, ours.End, Entry(version));
        }

        return places.Sdks is { } sdks
            ? Inside(text, sdks, _ => Entry(version))
            : Inside(text, places.Root, layout => layout.IsOnLines
                ? $"\"{Member}\": {{{layout.Break}{layout.Unit}{Entry(version)}{layout.Break}}}"
                : $"\"{Member}\": {{ {Entry(version)} }}");
    }

    /// <summary>The text as it was before our line came in, as far as that can be told; null when nothing but ours was in it.</summary>
    /// <exception cref="FormatException">It is no JSON object, with line and column.</exception>
    public static string? Without(string text)
    {
        var places = Find(text);
        if (places.Ours is not { } ours)
        {
            return text;
        }

        if (text == New(ours.Value))
        {
            return null;
        }

        // The one among the ways back that leads here again is where we came from.
        var ways = WaysBack(text, places).ToList();
        return ways.Find(way => LeadsTo(text, way, ours.Value)) ?? ways[0];
    }

    private static bool LeadsTo(string text, string way, string version)
    {
        try
        {
            return With(way, version) == text;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<string> WaysBack(string text, Places places)
    {
        if (places is not { Ours: { } ours, Sdks: { } sdks, SdksMember: { } member })
        {
            yield break;
        }

        if (sdks.Members == 1)
        {
            yield return Cut(text, member.Start, member.End, places.Root);
            yield return CutWithSpaces(text, member.Start, member.End);
        }

        yield return Cut(text, ours.Start, ours.End, sdks);
        yield return CutWithSpaces(text, ours.Start, ours.End);
    }

    // With the comma before it, or, for the first one, the comma after it.
    private static string Cut(string text, int start, int end, Range parent)
    {
        var from = text[..start].TrimEnd();
        if (from.EndsWith(','))
        {
            return from[..^1] + text[end..];
        }

        var rest = text[end..];
        return rest.TrimStart().StartsWith(',') ? text[..start] + rest.TrimStart()[1..].TrimStart() : text[..(parent.Open + 1)] + text[parent.Close..];
    }

    // As the only member of an object it was put between two spaces.
    private static string CutWithSpaces(string text, int start, int end) =>
        text[..(start - 1)] + text[Math.Min(end + 1, text.Length)..];

    private static string Inside(string text, Range parent, Func<Layout, string> entry)
    {
        if (parent.Members == 0)
        {
            return Splice(text, parent.Open + 1, parent.Open + 1, $" {entry(new(false, "", ""))} ");
        }

        var before = text[..parent.LastStart];
        var line = before.LastIndexOf('\n') + 1;
        var indent = before[line..];
        var layout = line > parent.Open && string.IsNullOrWhiteSpace(indent)
            ? new Layout(true, (before.EndsWith($"\r\n{indent}", StringComparison.Ordinal) ? "\r\n" : "\n") + indent, indent.Contains('\t', StringComparison.Ordinal) ? "\t" : "  ")
            : new Layout(false, "", "");
        return Splice(text, parent.LastEnd, parent.LastEnd, layout.IsOnLines ? $",{layout.Break}{entry(layout)}" : $", {entry(layout)}");
    }

    private static string Splice(string text, int start, int end, string put) => text[..start] + put + text[end..];

    private static string Entry(string version) => $"\"{SdkName}\": \"{version}\"";

    private static Places Find(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        int At(long offset) => Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)offset));
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            Range? root = null, sdks = null;
            Span? ours = null;
            (int Start, int End)? member = null;
            var open = new Stack<Range>();
            var inSdks = false;
            while (reader.Read())
            {
                var start = At(reader.TokenStartIndex);
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName when open.Count > 0:
                        open.Peek().LastStart = start;
                        open.Peek().Name = reader.GetString();
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        inSdks |= open.Count == 1 && reader.TokenType == JsonTokenType.StartObject && open.Peek().Name == Member;
                        open.Push(new Range { Open = start });
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        var closed = open.Pop();
                        closed.Close = start;
                        if (open.Count == 1 && inSdks)
                        {
                            (sdks, member, inSdks) = (closed, (open.Peek().LastStart, start + 1), false);
                        }

                        root = open.Count == 0 ? closed : root;
                        Count(open, start + 1);
                        break;
                    default:
                        var end = At(reader.BytesConsumed);
                        if (inSdks && open.Count == 2 && SdkName.Equals(open.Peek().Name, StringComparison.OrdinalIgnoreCase) && reader.TokenType == JsonTokenType.String)
                        {
                            ours = new(open.Peek().LastStart, end, reader.GetString()!);
                        }

                        Count(open, end);
                        break;
                }
            }

            return root is not null && text[root.Open] == '{' ? new(root, sdks, member, ours) : throw new FormatException($"{Name} is not a JSON object");
        }
        catch (JsonException malformed)
        {
            throw new FormatException($"{Name}, line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}: it is not JSON", malformed);
        }
    }

    private static void Count(Stack<Range> open, int end)
    {
        if (open.Count > 0)
        {
            open.Peek().Members++;
            open.Peek().LastEnd = end;
        }
    }

    private sealed class Range
    {
        public int Open { get; init; }

        public int Close { get; set; }

        public int Members { get; set; }

        public int LastStart { get; set; }

        public int LastEnd { get; set; }

        public string? Name { get; set; }
    }

    private sealed record Span(int Start, int End, string Value);

    private sealed record Places(Range Root, Range? Sdks, (int Start, int End)? SdksMember, Span? Ours);

    private sealed record Layout(bool IsOnLines, string Break, string Unit);
}
