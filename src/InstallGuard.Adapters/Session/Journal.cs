using System.Text.Json;

namespace InstallGuard.Adapters.Session;

/// <summary>
/// What the plugin processes of one restore tell the host that started it: a file for each of them, in a folder that
/// belongs to this restore alone.
/// </summary>
public sealed class Journal : IDisposable
{
    private const string FilePattern = "plugin-*.jsonl";
    private const byte LineEnd = (byte)'\n';

    private readonly Lock _gate = new();
    private readonly StreamWriter? _writer;

    private Journal(StreamWriter? writer) => _writer = writer;

    /// <summary>Opens a journal for writing; without a folder nobody is listening and nothing is written.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static Journal Open(string? folder) =>
        new(folder is null
            ? null
            : new StreamWriter(Path.Combine(folder, $"plugin-{Environment.ProcessId}.jsonl"), append: true) { AutoFlush = true, NewLine = "\n" });

    /// <summary>Adds an entry. When this returns it is in the file, whatever becomes of the process.</summary>
    public void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            _writer?.WriteLine(JsonSerializer.Serialize(entry, JournalJson.Default.JournalEntry));
        }
    }

    /// <summary>Reads what all plugin processes of a session wrote.</summary>
    /// <param name="folder">The session's folder.</param>
    /// <exception cref="InvalidDataException">A line is damaged: a plugin died while it was writing.</exception>
    /// <exception cref="IOException">A journal cannot be read.</exception>
    public static IReadOnlyList<JournalEntry> Read(string folder) => ReadOn(folder, null).Entries;

    /// <summary>Reads on from where an earlier reading ended, and says where this one does.</summary>
    /// <param name="folder">The session's folder.</param>
    /// <param name="since">Where that was, in bytes of each journal; null for the beginning.</param>
    /// <exception cref="InvalidDataException">A line is damaged: a plugin died while it was writing.</exception>
    /// <exception cref="IOException">A journal cannot be read.</exception>
    public static (IReadOnlyList<JournalEntry> Entries, IReadOnlyDictionary<string, int> End) ReadOn(string folder, IReadOnlyDictionary<string, int>? since)
    {
        var entries = new List<JournalEntry>();
        var end = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in Files(folder))
        {
            var bytes = Bytes(path);
            end[path] = bytes.Length;
            var rest = bytes.AsSpan(since?.GetValueOrDefault(path) ?? 0);
            while (!rest.IsEmpty)
            {
                var length = rest.IndexOf(LineEnd);
                entries.Add(Entry(length < 0 ? [] : rest[..length]));
                rest = rest[(length + 1)..];
            }
        }

        return (entries, end);
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, FilePattern).Order(StringComparer.Ordinal);

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static JournalEntry Entry(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JournalJson.Default.JournalEntry)
                ?? throw new InvalidDataException("the plugin's journal has an empty entry");
        }
        catch (JsonException damaged)
        {
            throw new InvalidDataException("the plugin's journal ends in the middle of an entry", damaged);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();
}
