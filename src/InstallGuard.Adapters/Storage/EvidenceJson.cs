using System.Text;
using System.Text.Json;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Storage;

/// <summary>
/// Evidence as it is stored: JSON with every member, always in the same order. It is read and written by hand, because
/// the first use of a generated serialiser costs a process some 30 ms, and this runs in every restore.
/// </summary>
internal static class EvidenceJson
{
    /// <summary>The stored text.</summary>
    public static string Write(PackageEvidence evidence)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            EvidenceWriter.Write(json, evidence);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, checked((int)bytes.Length));
    }

    /// <summary>The evidence in a stored text; null when it is anything but what <see cref="Write"/> writes.</summary>
    public static PackageEvidence? Read(ReadOnlySpan<byte> text)
    {
        try
        {
            return EvidenceReader.Read(text);
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether nothing is lost on the way. Half a surrogate pair from a package is: JSON has no place for it, and a
    /// name that came back otherwise would be a changed publisher.
    /// </summary>
    public static bool ReadsBackAsWritten(PackageEvidence evidence) =>
        evidence.Equals(Read(Encoding.UTF8.GetBytes(Write(evidence))));
}
