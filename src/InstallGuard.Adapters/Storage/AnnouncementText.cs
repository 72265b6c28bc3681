using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Storage;

/// <summary>
/// What a source announced, in one line: whether everything is signed, whether the connection proved who speaks, the
/// service index, the certificates; empty for nothing. Separated by spaces, which none of them holds.
/// </summary>
internal static class AnnouncementText
{
    private const string All = "all";
    private const string Some = "some";
    private const string Proven = "proven";
    private const string Unproven = "unproven";

    public static string Of(RepositoryAnnouncement? announced) =>
        announced is null
            ? ""
            : string.Join(' ', [announced.AllSigned ? All : Some, announced.IsProven ? Proven : Unproven, announced.ServiceIndex, .. announced.Certificates.Select(c => c.Hex)]);

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

        var certificates = parts.Skip(3).Select(hex => Sha256Digest.TryParse(hex, out var digest) ? digest : null).ToList();
        if (certificates.Contains(null))
        {
            return false;
        }

        announced = new(parts[2], parts[0] == All, [.. certificates.OfType<Sha256Digest>()], IsProven: parts[1] == Proven);
        return true;
    }
}
