using System.Globalization;
using System.Text;
using InstallGuard.Text;

namespace InstallGuard.Ledger;

/// <summary>
/// JSON in one spelling. Characters that a reviewer would not see (controls, format characters such as right-to-left
/// override, odd line ends, blank letters), and a mark that would be drawn into the quotation mark, are written as escapes;
/// all others as themselves.
/// </summary>
internal sealed class CanonicalJson
{
    private byte[] _bytes;
    private int _length;
    private int _depth;
    private bool _first = true;

    /// <param name="size">About how many bytes it will be.</param>
    public CanonicalJson(int size) => _bytes = new byte[size];

    public void Begin(char bracket)
    {
        StartItem();
        Open(bracket);
    }

    public void Begin(string name, char bracket)
    {
        StartMember(name);
        Open(bracket);
    }

    public void End(char bracket)
    {
        _depth--;
        if (!_first)
        {
            NewLine();
        }

        Append((byte)bracket);
        _first = false;
        if (_depth == 0)
        {
            Append((byte)'\n');
        }
    }

    public void Member(string name, string value)
    {
        StartMember(name);
        Quote(value);
    }

    public void Optional(string name, string? value)
    {
        if (value is not null)
        {
            Member(name, value);
        }
    }

    public void Number(string name, int value)
    {
        StartMember(name);
        Append(value.ToString(CultureInfo.InvariantCulture));
    }

    public void True(string name)
    {
        StartMember(name);
        Append("true");
    }

    public void Item(string value)
    {
        StartItem();
        Quote(value);
    }

    public byte[] ToUtf8() => _bytes[.._length];

    private void Open(char bracket)
    {
        Append((byte)bracket);
        _depth++;
        _first = true;
    }

    private void StartMember(string name)
    {
        StartItem();
        Quote(name);
        Append(": ");
    }

    private void StartItem()
    {
        if (_depth == 0)
        {
            return;
        }

        if (!_first)
        {
            Append((byte)',');
        }

        NewLine();
        _first = false;
    }

    private void NewLine()
    {
        var line = Room((2 * _depth) + 1);
        line[0] = (byte)'\n';
        line[1..].Fill((byte)' ');
    }

    private void Quote(string value)
    {
        // The reader takes no such text, and a lock that cannot be read again must not be written.
        if (value.Length == 0 || value.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("a lock cannot hold empty text or a NUL", nameof(value));
        }

        Append((byte)'"');
        if (!TryAppendPlain(value))
        {
            AppendWithEscapes(value);
        }

        Append((byte)'"');
    }

    // Nearly every text of a lock is of characters that stand for themselves, a byte each.
    private bool TryAppendPlain(string value)
    {
        var room = Room(value.Length);
        for (var i = 0; i < room.Length; i++)
        {
            var c = value[i];
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                _length -= room.Length;
                return false;
            }

            room[i] = (byte)c;
        }

        return true;
    }

    private void AppendWithEscapes(string value)
    {
        var written = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var width = char.IsSurrogatePair(value, i) ? 2 : 1;
            if (width == 1 && char.IsSurrogate(value[i]))
            {
                throw new ArgumentException("a lock cannot hold half a surrogate pair", nameof(value));
            }

            var rune = Rune.GetRuneAt(value, i);
            var isQuote = value[i] is '"' or '\\';
            if (isQuote || HiddenCharacters.Contains(rune) || (i == 0 && HiddenCharacters.IsMark(rune)))
            {
                Append(value.AsSpan(written, i - written));
                Append(isQuote ? $"\\{value[i]}" : string.Concat(value.Substring(i, width).Select(Escape)));
                written = i + width;
            }

            i += width - 1;
        }

        Append(value.AsSpan(written));
    }

    private void Append(byte ascii) => Room(1)[0] = ascii;

    private void Append(ReadOnlySpan<char> text)
    {
        var size = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, Room(size));
    }

    private Span<byte> Room(int size)
    {
        if (_bytes.Length - _length < size)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + size));
        }

        _length += size;
        return _bytes.AsSpan(_length - size, size);
    }

    private static string Escape(char c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
}
