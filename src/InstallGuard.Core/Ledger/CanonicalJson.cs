using System.Globalization;
using System.Text;

namespace InstallGuard.Ledger;

/// <summary>
/// JSON in one spelling. Characters that a reviewer would not see (controls, format characters such as right-to-left
/// override, odd line ends, halves of surrogate pairs) are written as escapes; all others as themselves.
/// </summary>
internal sealed class CanonicalJson
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _first = true;

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

        _text.Append(bracket);
        _first = false;
        if (_depth == 0)
        {
            _text.Append('\n');
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
        _text.Append(CultureInfo.InvariantCulture, $"{value}");
    }

    public void True(string name)
    {
        StartMember(name);
        _text.Append("true");
    }

    public void Item(string value)
    {
        StartItem();
        Quote(value);
    }

    public override string ToString() => _text.ToString();

    private void Open(char bracket)
    {
        _text.Append(bracket);
        _depth++;
        _first = true;
    }

    private void StartMember(string name)
    {
        StartItem();
        Quote(name);
        _text.Append(": ");
    }

    private void StartItem()
    {
        if (_depth == 0)
        {
            return;
        }

        if (!_first)
        {
            _text.Append(',');
        }

        NewLine();
        _first = false;
    }

    private void NewLine() => _text.Append('\n').Append(' ', 2 * _depth);

    private void Quote(string value)
    {
        // The reader takes no such text, and a lock that cannot be read again must not be written.
        if (value.Length == 0 || value.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("a lock cannot hold empty text or a NUL", nameof(value));
        }

        _text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var isPair = char.IsSurrogatePair(value, i);
            var category = isPair ? CharUnicodeInfo.GetUnicodeCategory(value, i) : char.GetUnicodeCategory(value[i]);
            if (!isPair && category == UnicodeCategory.Surrogate)
            {
                throw new ArgumentException("a lock cannot hold half a surrogate pair", nameof(value));
            }

            if (value[i] is '"' or '\\')
            {
                _text.Append('\\').Append(value[i]);
            }
            else if (IsHidden(category))
            {
                Escape(value[i]);
                if (isPair)
                {
                    Escape(value[++i]);
                }
            }
            else
            {
                _text.Append(value[i]);
                if (isPair)
                {
                    _text.Append(value[++i]);
                }
            }
        }

        _text.Append('"');
    }

    private void Escape(char c) => _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");

    private static bool IsHidden(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned;
}
