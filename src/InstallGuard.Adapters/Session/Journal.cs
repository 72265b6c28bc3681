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

    /// <summary>How much every plugin process has written by now, in lines.</summary>
    /// <exception cref="IOException">A journal cannot be read.</exception>
    public static IReadOnlyDictionary<string, int> Mark(string folder) =>
        Directory.EnumerateFiles(folder, FilePattern).ToDictionary(path => path, path => File.ReadLines(path).Count(), StringComparer.Ordinal);

    /// <summary>Reads what all plugin processes of a restore wrote.</summary>
    /// <param name="folder">The session's folder.</param>
    /// <param name="since">What had been written before, and is left out; null for nothing.</param>
    /// <exception cref="InvalidDataException">A line is damaged: a plugin died while it was writing.</exception>
    /// <exception cref="IOException">A journal cannot be read.</exception>
    public static IReadOnlyList<JournalEntry> Read(string folder, IReadOnlyDictionary<string, int>? since = null)
    {
        var entries = new List<JournalEntry>();
        foreach (var line in Directory.EnumerateFiles(folder, FilePattern).Order(StringComparer.Ordinal)
            .SelectMany(path => File.ReadLines(path).Skip(since?.GetValueOrDefault(path) ?? 0)))
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
