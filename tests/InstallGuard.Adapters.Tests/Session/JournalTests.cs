using InstallGuard.Adapters.Storage;

namespace InstallGuard.Adapters.Session;

/// <summary>What the plugin tells the host.</summary>
[TestClass]
public sealed class JournalTests
{
    [TestMethod]
    public void Entries_are_read_as_they_were_written()
    {
        using var folder = new TestFolder();
        JournalEntry[] entries =
        [
            new(JournalEntry.Asked),
            new(JournalEntry.Installed, "Contoso.Json 1.0.0", "https://contoso.example"),
            new(JournalEntry.Blocked, "Contoso.Xml 1.0.0", "https://contoso.example", "Reject", "two\nlines \"quoted\" \u202e"),
        ];
        using (var journal = Journal.Open(folder.Path))
        {
            foreach (var entry in entries)
            {
                journal.Add(entry);
            }
        }

        Assert.AreSequenceEqual(entries, Journal.Read(folder.Path));
    }

    [TestMethod]
    public void Entry_is_in_the_file_before_the_journal_is_closed()
    {
        using var folder = new TestFolder();
        using var journal = Journal.Open(folder.Path);
        journal.Add(new(JournalEntry.Asked));

        Assert.HasCount(1, File.ReadAllLines(Directory.GetFiles(folder.Path).Single()));
    }

    [TestMethod]
    public void Entries_of_several_plugins_are_read_together()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["plugin-1.jsonl"], """{"event":"asked"}""" + "\n");
        File.WriteAllText(folder["plugin-2.jsonl"], """{"event":"blocked","package":"Contoso.Json 1.0.0"}""" + "\n");
        File.WriteAllText(folder["restore-graph.txt"], "something else");

        Assert.AreSequenceEqual(["asked", "blocked"], Journal.Read(folder.Path).Select(entry => entry.Event));
    }

    [TestMethod]
    public void Entries_of_many_threads_do_not_run_into_each_other()
    {
        using var folder = new TestFolder();
        using (var journal = Journal.Open(folder.Path))
        {
            _ = Parallel.For(0, 500, number => journal.Add(new(JournalEntry.Installed, $"Contoso.Part{number} 1.0.0")));
        }

        Assert.HasCount(500, Journal.Read(folder.Path).Select(entry => entry.Package).Distinct());
    }

    [TestMethod]
    [DataRow("""{"event":"blo""", DisplayName = "cut short")]
    [DataRow("", DisplayName = "empty")]
    [DataRow("null", DisplayName = "null")]
    [DataRow("{}", DisplayName = "no event")]
    [DataRow("""{"event":null}""", DisplayName = "an event that is null")]
    [DataRow("""{"event":"asked","more":1}""", DisplayName = "an unknown member")]
    public void Damaged_line_is_an_error(string line)
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["plugin-1.jsonl"], """{"event":"asked"}""" + "\n" + line + "\n");

        _ = Assert.ThrowsExactly<InvalidDataException>(() => Journal.Read(folder.Path));
    }

    [TestMethod]
    public void Line_that_was_half_written_at_the_end_of_a_restore_is_read_whole_by_the_next_one()
    {
        using var session = new RestoreSession();
        var file = Path.Combine(Path.GetDirectoryName(session.GraphPath)!, "plugin-1.jsonl");
        const string Line = """{"event":"installed","package":"Contoso.Json 1.0.0"}""";
        session.BeginAnother();
        File.WriteAllText(file, """{"event":"asked"}""" + "\n");
        Assert.HasCount(1, session.Journal());
        File.AppendAllText(file, Line[..20]);
        _ = Assert.ThrowsExactly<InvalidDataException>(() => session.Journal());

        File.AppendAllText(file, Line[20..] + "\n");
        session.BeginAnother();

        Assert.AreSequenceEqual(["installed"], session.Journal().Select(entry => entry.Event));
    }

    [TestMethod]
    public void Line_without_an_end_is_an_error_even_where_it_reads_well()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["plugin-1.jsonl"], """{"event":"asked"}""");

        _ = Assert.ThrowsExactly<InvalidDataException>(() => Journal.Read(folder.Path));
    }

    [TestMethod]
    public void What_a_plugin_writes_after_the_end_of_a_restore_is_read_by_the_next_one()
    {
        using var session = new RestoreSession();
        var folder = Path.GetDirectoryName(session.GraphPath)!;
        using var journal = Journal.Open(folder);
        session.BeginAnother();
        journal.Add(new(JournalEntry.Blocked, "Contoso.Json 1.0.0"));
        Assert.AreSequenceEqual(["Contoso.Json 1.0.0"], session.Journal().Select(entry => entry.Package!));

        journal.Add(new(JournalEntry.Blocked, "Contoso.Xml 1.0.0"));
        session.BeginAnother();

        Assert.AreSequenceEqual(["Contoso.Xml 1.0.0"], session.Journal().Select(entry => entry.Package!));
    }

    [TestMethod]
    public void Journal_without_a_folder_takes_everything_and_writes_nothing()
    {
        using var journal = Journal.Open(null);

        journal.Add(new(JournalEntry.Asked));
    }

    [TestMethod]
    public void Journal_in_a_folder_that_is_not_there_is_an_error() =>
        _ = Assert.Throws<IOException>(() => Journal.Open(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())));
}
