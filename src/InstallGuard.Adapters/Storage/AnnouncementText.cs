using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Storage;

/// <summary>
/// What a source announced, in one line: whether everything is signed, whether the connection proved who speaks, the
/// service index, the certificates, each that was known before with a mark; empty for nothing. Separated by spaces, which none of them holds.
/// </summary>
internal static class AnnouncementText
{
    private const string All = "all";
    private const string Some = "some";
    private const string Proven = "proven";
    private const string Unproven = "unproven";
    private const char KnownMark = '+';

    public static string Of(RepositoryAnnouncement? announced) =>
        announced is null
            ? ""
            : string.Join(' ', [announced.AllSigned ? All : Some, announced.IsProven ? Proven : Unproven, announced.ServiceIndex, .. announced.Certificates.Select(c => announced.Known.Contains(c) ? KnownMark + c.Hex : c.Hex)]);

    /// <returns>False when the text is something else.</returns>
    public static bool TryParse(string text, out RepositoryAnnouncement? announced)
    {
        announced = null;
        if (text.Length == 0)
        {
            return true;
        }

        var parts = text.Split(' ');
        if (parts.Length < 3 || parts[0] is not (All or Some) || parts[1] is not (Proven or Unproven))
        {
            return false;
        }

        var certificates = new List<Sha256Digest>();
        var known = new List<Sha256Digest>();
        foreach (var part in parts.Skip(3))
        {
            var isKnown = part.StartsWith(KnownMark);
            if (!Sha256Digest.TryParse(isKnown ? part[1..] : part, out var certificate))
            {
                return false;
            }

            certificates.Add(certificate);
            if (isKnown)
            {
                known.Add(certificate);
            }
        }

        announced = new(parts[2], parts[0] == All, [.. certificates], IsProven: parts[1] == Proven) { Known = [.. known] };
        return true;
    }
}
