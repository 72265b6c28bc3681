using System.Text;
using InstallGuard.Identity;

namespace InstallGuard.Ledger;

/// <summary>A single pin as text, in the words of the lock file: for whoever must remember an identity elsewhere.</summary>
public static class PinText
{
    /// <summary>Writes it.</summary>
    public static string Write(Pin pin)
    {
        var text = new CanonicalJson(size: 512);
        LockWriter.Write(text, pin);
        return Encoding.UTF8.GetString(text.ToUtf8());
    }

    /// <summary>Reads it, as strictly as the lock file.</summary>
    /// <exception cref="LockFormatException">It is something else.</exception>
    public static Pin Read(string text)
    {
        var json = StrictJson.Parse(Encoding.UTF8.GetBytes(text));
        var pin = PinReader.Read(json);
        json.EndFile();
        return pin;
    }
}
