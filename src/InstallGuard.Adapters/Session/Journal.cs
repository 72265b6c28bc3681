using System.Text.Json;

namespace InstallGuard.Adapters.Session;

/// <summary>
/// What the plugin processes of one restore tell the host that started it: a file for each of them, in a folder that
/// belongs to this restore alone.
/// </summary>
public sealed class Journal : IDisposable
{
    private const string FilePattern = "plugin-*.jsonl";

    private readonly Lock _gate = new();
    private readonly StreamWriter? _writer;

    private Journal(StreamWriter? writer) => _writer = writer;

    /// <summary>Opens a journal for writing; without a folder nobody is listening and nothing is written.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static Journal Open(string? folder) =>
        new(folder is null
            ? null
            : new StreamWriter(Path.Combine(folder, $"plugin-{Environment.ProcessId}.jsonl"), append: true) { AutoFlush = true });

    /// <summary>Adds an entry. When this returns it is in the file, whatever becomes of the process.</summary>
    public void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            _writer?.WriteLine(JsonSerializer.Serialize(entry, JournalJson.Default.JournalEntry));
        }
    }

    /// <summary>Reads what all plugin processes of a restore wrote.</summary>
    /// <exception cref="InvalidDataException">A line is damaged: a plugin died while it was writing.</exception>
    /// <exception cref="IOException">A journal cannot be read.</exception>
    public static IReadOnlyList<JournalEntry> Read(string folder)
    {
        var entries = new List<JournalEntry>();
        foreach (var line in Directory.EnumerateFiles(folder, FilePattern).Order(StringComparer.Ordinal).SelectMany(File.ReadLines))
        {
            try
            {
                entries.Add(JsonSerializer.Deserialize(line, JournalJson.Default.JournalEntry)
                    ?? throw new InvalidDataException("the plugin's journal has an empty entry"));
            }
            catch (JsonException damaged)
            {
                throw new InvalidDataException("the plugin's journal ends in the middle of an entry", damaged);
            }
        }

        return entries;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();
}
