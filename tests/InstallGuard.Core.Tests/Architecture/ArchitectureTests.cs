using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>The walls of the house, where the compiler does not see them.</summary>
[TestClass]
public sealed class ArchitectureTests
{
    private const int LongestFile = 400;

    [TestMethod]
    public void Core_refers_to_nothing_but_the_framework() => Assert.AreEqual(
        "",
        string.Join(' ', typeof(Verdict).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal))));

    [TestMethod]
    public void No_source_file_is_longer_than_a_reader_can_hold() => Assert.AreEqual(
        "",
        string.Join(' ', Sources().Where(file => File.ReadLines(file).Count() > LongestFile).Select(Name)));

    [TestMethod]
    [DataRow("Utils")]
    [DataRow("Utilities")]
    [DataRow("Helper")]
    [DataRow("Helpers")]
    [DataRow("Manager")]
    [DataRow("Common")]
    public void No_file_or_folder_is_a_grab_bag(string word) => Assert.AreEqual(
        "",
        string.Join(' ', Sources().Select(Name).Where(name => Path.ChangeExtension(name, null).Split('/', '.').Any(part => part.EndsWith(word, StringComparison.OrdinalIgnoreCase)))));

    [TestMethod]
    public void Rooms_of_Core_look_in_one_direction_only()
    {
        // Each room may name those before it. Policies stands before Decisions: a rule has a verdict kind.
        string[] rooms = ["Text", "Identity", "Evidence", "Policies", "Decisions", "Ledger", "Checking", "Reports"];
        var core = Path.Combine(Fixtures.Root, "src", "InstallGuard.Core");
        var wrong =
            from file in Sources().Where(file => file.StartsWith(core, StringComparison.Ordinal))
            let room = Array.IndexOf(rooms, Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar)[0])
            from line in File.ReadLines(file).Where(line => line.StartsWith("using InstallGuard.", StringComparison.Ordinal))
            let named = Array.IndexOf(rooms, line["using InstallGuard.".Length..].TrimEnd(';').Split('.')[0])
            where named > room
            select $"{Name(file)}: {line}";

        Assert.AreEqual("", string.Join('\n', wrong));
    }

    // Where a build runs in threads, MSBuild runs a task without it in a process of its own: it shares nothing with the others.
    [TestMethod]
    public void Every_task_may_run_in_threads() => Assert.AreEqual(
        "",
        string.Join(' ', Sources().Where(file => File.ReadAllText(file) is var text && text.Contains(": GuardTask", StringComparison.Ordinal) && !text.Contains("[MSBuildMultiThreadableTask]", StringComparison.Ordinal)).Select(Name)));

    private static IEnumerable<string> Sources() =>
        new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Fixtures.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !Name(file).Split('/').Any(part => part is "obj" or "bin"));

    private static string Name(string file) => Path.GetRelativePath(Fixtures.Root, file).Replace('\\', '/');
}
