using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Storage;

/// <summary>
/// What a source announced, in one line: whether everything is signed, the service index, the certificates; empty for
/// nothing. Separated by spaces, which none of them holds.
/// </summary>
internal static class AnnouncementText
{
    private const string All = "all";
    private const string Some = "some";

    public static string Of(RepositoryAnnouncement? announced) =>
        announced is null
            ? ""
            : string.Join(' ', [announced.AllSigned ? All : Some, announced.ServiceIndex, .. announced.Certificates.Select(c => c.Hex)]);

    /// <returns>False when the text is something else.</returns>
    public static bool TryParse(string text, out RepositoryAnnouncement? announced)
    {
        announced = null;
        if (text.Length == 0)
        {
            return true;
        }

        var parts = text.Split(' ');
        if (parts.Length < 2 || parts[0] is not (All or Some))
        {
            return false;
        }

        var certificates = parts.Skip(2).Select(hex => Sha256Digest.TryParse(hex, out var digest) ? digest : null).ToList();
        if (certificates.Contains(null))
        {
            return false;
        }

        announced = new(parts[1], parts[0] == All, [.. certificates.OfType<Sha256Digest>()]);
        return true;
    }
}
