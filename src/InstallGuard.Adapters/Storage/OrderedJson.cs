using System.Text.Json;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Storage;

/// <summary>
/// JSON whose members stand in the one order that the caller asks for them, so that a missing, repeated or unknown one
/// is found where it stands. Throws <see cref="FormatException"/> at whatever it does not expect.
/// </summary>
internal ref struct OrderedJson
{
    private Utf8JsonReader _json;

    public OrderedJson(ReadOnlySpan<byte> text) => _json = new(text, new JsonReaderOptions { MaxDepth = 8 });

    public void BeginObject() => Take(JsonTokenType.StartObject);

    public void BeginObject(string name)
    {
        Name(name);
        Take(JsonTokenType.StartObject);
    }

    public void EndObject() => Take(JsonTokenType.EndObject);

    public void EndText()
    {
        if (_json.Read())
        {
            throw new FormatException("more text after the end");
        }
    }

    public string Text(string name) => TextOrNull(name) ?? throw new FormatException($"{name} is null");

    public string? TextOrNull(string name)
    {
        Name(name);
        return TakeText();
    }

    public List<string> Texts(string name)
    {
        Name(name);
        Take(JsonTokenType.StartArray);
        var texts = new List<string>();
        while (Next() != JsonTokenType.EndArray)
        {
            texts.Add(_json.TokenType == JsonTokenType.String
                ? _json.GetString()!
                : throw new FormatException($"{_json.TokenType} in {name}"));
        }

        return texts;
    }

    private string? TakeText() => Next() switch
    {
        JsonTokenType.String => _json.GetString(),
        JsonTokenType.Null => null,
        var other => throw new FormatException($"{other} where text is expected"),
    };

    private void Name(string name)
    {
        Take(JsonTokenType.PropertyName);
        if (!_json.ValueTextEquals(name))
        {
            throw new FormatException($"{Quoted.Text(_json.GetString()!)} where \"{name}\" is expected");
        }
    }

    private void Take(JsonTokenType type)
    {
        if (Next() != type)
        {
            throw new FormatException($"{_json.TokenType} where {type} is expected");
        }
    }

    private JsonTokenType Next() => _json.Read() ? _json.TokenType : throw new FormatException("the text ends early");
}
