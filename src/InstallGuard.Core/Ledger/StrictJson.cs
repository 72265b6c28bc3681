using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using InstallGuard.Text;

namespace InstallGuard.Ledger;

/// <summary>
/// JSON read in one fixed order, with the position of every problem. Members stand in the order that the caller expects,
/// so that a repeated or unknown one is found where it stands.
/// </summary>
internal sealed class StrictJson
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly RepeatedTexts _texts;
    private Token[] _tokens;
    private int _count;
    private int _next;

    // A token takes a dozen bytes of a canonical lock.
    private StrictJson(ReadOnlyMemory<byte> bytes) =>
        (_bytes, _texts, _tokens) = (bytes, new(bytes), new Token[(bytes.Length / 12) + 16]);

    /// <exception cref="LockFormatException">The bytes are not JSON.</exception>
    public static StrictJson Parse(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        RefuseOtherEncodings(span);
        RefuseConflictMarkers(span);
        var json = new StrictJson(bytes);
        var isUnicode = Utf8.IsValid(span);
        var reader = new Utf8JsonReader(span, new JsonReaderOptions { MaxDepth = 16 });
        try
        {
            while (reader.Read())
            {
                if (!isUnicode || reader.ValueIsEscaped)
                {
                    RequireUnicode(ref reader);
                }

                json.Add(new(reader.TokenType, checked((int)reader.TokenStartIndex), reader.ValueSpan.Length));
            }
        }
        catch (JsonException malformed)
        {
            // Utf8JsonReader counts lines and bytes from 0 and adds its own position to the text.
            var what = span.Length == 0 ? "the file is empty" : $"this is not JSON: {malformed.Message.Split(". ", 2)[0].Split(" LineNumber:", 2)[0].TrimEnd('.')}";
            throw new LockFormatException(
                checked((int)(malformed.LineNumber ?? 0) + 1), checked((int)(malformed.BytePositionInLine ?? 0) + 1), what);
        }
        catch (InvalidOperationException)
        {
            throw At(span, checked((int)reader.TokenStartIndex), "text that is not valid Unicode");
        }

        return json;
    }

    public LockFormatException Problem(string what) => At(_bytes.Span, _tokens[Math.Max(_next - 1, 0)].Start, what);

    public void BeginObject() => Take(JsonTokenType.StartObject, "{");

    public void EndObject()
    {
        if (Peek() == JsonTokenType.PropertyName)
        {
            throw Unexpected($"member {Quoted.Text(Text(_tokens[_next])!)}", "}");
        }

        Take(JsonTokenType.EndObject, "}");
    }

    public void BeginArray() => Take(JsonTokenType.StartArray, "[");

    public void EndArray() => Take(JsonTokenType.EndArray, "]");

    public void EndFile()
    {
        if (_next < _count)
        {
            throw Unexpected("more text", "the end of the file");
        }
    }

    public bool TryBeginItem() => Peek() is not (JsonTokenType.EndArray or JsonTokenType.None);

    public bool TryReadName([NotNullWhen(true)] out string? name)
    {
        name = Peek() == JsonTokenType.PropertyName ? Take(JsonTokenType.PropertyName, "a member") : null;
        return name is not null;
    }

    public string ReadName() => Take(JsonTokenType.PropertyName, "a member")!;

    public void Expect(string name)
    {
        var found = ReadName();
        if (found != name)
        {
            throw Problem($"member {Quoted.Text(found)} stands where {Quoted.Text(name)} is expected");
        }
    }

    public string ReadText()
    {
        var text = Take(JsonTokenType.String, "text")!;
        return text.Length == 0 ? throw Problem("the text is empty")
            : text.Contains('\0', StringComparison.Ordinal) ? throw Problem("the text holds a NUL")
            : text;
    }

    public string ReadMember(string name)
    {
        Expect(name);
        return ReadText();
    }

    public string? ReadOptional(string name) =>
        Peek() == JsonTokenType.PropertyName && Text(_tokens[_next]) == name ? ReadMember(name) : null;

    public void ReadTrue() => Take(JsonTokenType.True, "true");

    public int ReadNumber() =>
        int.TryParse(Take(JsonTokenType.Number, "a number"), out var number) ? number : throw Problem("the number is not a whole one, or too large");

    private JsonTokenType Peek() => _next < _count ? _tokens[_next].Type : JsonTokenType.None;

    private string? Take(JsonTokenType type, string expected)
    {
        if (Peek() != type)
        {
            throw Unexpected(_next < _count ? Words(_tokens[_next].Type, Text(_tokens[_next])) : "the end of the file", expected);
        }

        return Text(_tokens[_next++]);
    }

    // Grown by hand: a list of our own struct would be compiled anew in every restore.
    private void Add(Token token)
    {
        if (_count == _tokens.Length)
        {
            var more = new Token[2 * _count];
            Array.Copy(_tokens, more, _count);
            _tokens = more;
        }

        _tokens[_count++] = token;
    }

    private string? Text(Token token) => token.Type switch
    {
        JsonTokenType.String or JsonTokenType.PropertyName => _texts.Quoted(token.Start + 1, token.Length),
        JsonTokenType.Number => Encoding.ASCII.GetString(_bytes.Span.Slice(token.Start, token.Length)),
        _ => null,
    };

    private LockFormatException Unexpected(string found, string expected) =>
        At(_bytes.Span, _next < _count ? _tokens[_next].Start : _bytes.Length, $"{found} stands where {expected} is expected");

    private static string Words(JsonTokenType type, string? text) => type switch
    {
        JsonTokenType.PropertyName => $"member {Quoted.Text(text!)}",
        JsonTokenType.String => Quoted.Text(text!),
        JsonTokenType.Number => text!,
        JsonTokenType.StartObject => "{",
        JsonTokenType.EndObject => "}",
        JsonTokenType.StartArray => "[",
        JsonTokenType.EndArray => "]",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.None or JsonTokenType.Comment => type.ToString(),
    };

    // Throws as the reader's own GetString does, but makes no text: that is done where somebody reads it.
    private static void RequireUnicode(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            return;
        }

        if (reader.ValueIsEscaped)
        {
            reader.GetString();
        }
        else if (!Utf8.IsValid(reader.ValueSpan))
        {
            throw new InvalidOperationException("not valid UTF-8");
        }
    }

    private static void RefuseOtherEncodings(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw At(bytes, 0, "a byte order mark; a lock is UTF-8 without one");
        }
    }

    private static void RefuseConflictMarkers(ReadOnlySpan<byte> bytes)
    {
        foreach (var marker in (ReadOnlySpan<string>)["<<<<<<< ", "=======\n", "=======\r", ">>>>>>> ", "||||||| "])
        {
            var at = bytes.IndexOf(Encoding.ASCII.GetBytes(marker));
            if (at == 0 || (at > 0 && bytes[at - 1] == (byte)'\n'))
            {
                throw At(bytes, at, "a conflict marker of an unfinished merge");
            }
        }
    }

    private static LockFormatException At(ReadOnlySpan<byte> bytes, int offset, string what)
    {
        var before = bytes[..offset];
        return new(before.Count((byte)'\n') + 1, offset - before.LastIndexOf((byte)'\n'), what);
    }

    private readonly record struct Token(JsonTokenType Type, int Start, int Length);
}
