using System.Text.Json;
using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.History;

/// <summary>What <c>installguard compare</c> says about updates that well-known packages really made.</summary>
[TestClass]
public sealed class ComparedUpdatesTests
{
    private const int Clean = 0;
    private const int Blocked = 3;

    [TestMethod]
    [DataRow("Serilog", "2.10.0", "2.11.0", Clean, "match", "allow", "", DisplayName = "the same owners")]
    [DataRow("Newtonsoft.Json", "13.0.3", "13.0.4", Clean, "match", "allow", "", DisplayName = "another certificate of the same author")]
    [DataRow("Grpc.Net.Client", "2.38.0", "2.42.0", Clean, "match", "allow", "", DisplayName = "another certificate of another author")]
    [DataRow("Newtonsoft.Json", "12.0.3", "13.0.3", Clean, "notice", "warn", "IG1030 notice", DisplayName = "an owner more, and the author goes on")]
    [DataRow("Newtonsoft.Json", "13.0.3", "12.0.3", Clean, "notice", "warn", "IG1031 notice", DisplayName = "back to an owner fewer")]
    [DataRow("Polly", "7.2.3", "7.2.4", Clean, "notice", "warn", "IG1014 notice", DisplayName = "an author signature, and the owners go on")]
    [DataRow("Autofac", "4.8.1", "4.9.4", Blocked, "review", "block", "IG1032 review", DisplayName = "the project's own account")]
    [DataRow("Iced", "1.7.0", "1.17.0", Blocked, "review", "block", "IG1032 review", DisplayName = "another account")]
    [DataRow("CommandLineParser", "2.2.1", "2.4.3", Blocked, "review", "block", "IG1030 review, IG1031 notice", DisplayName = "an account comes and others go")]
    [DataRow("coverlet.collector", "1.1.0", "1.2.0", Blocked, "review", "block", "IG1030 review", DisplayName = "an owner more, and nobody vouches")]
    [DataRow("coverlet.collector", "1.3.0", "3.0.2", Blocked, "review", "block", "IG1014 review, IG1030 review", DisplayName = "an owner more and an author signature")]
    [DataRow("Grpc.Net.Client", "2.55.0", "2.85.0", Blocked, "review", "block", "IG1011 review", DisplayName = "no author signature any more")]
    public async Task Update_is_decided_before_it_is_made(
        string id, string before, string after, int exitCode, string verdict, string disposition, string changes)
    {
        await Genuine.NeedSourceAsync();
        await using var sandbox = Sandbox.CreateWithDefaultSources();

        var result = await sandbox.GuardAsync(sandbox.Work, "compare", $"{id}@{before}", $"{id}@{after}", "--format", "json");

        Assert.AreEqual(exitCode, result.ExitCode, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        var step = json.RootElement.GetProperty("comparisons").EnumerateArray().Single();
        var to = step.GetProperty("to");
        Assert.AreEqual((id, before), (Text(step, "fromId"), Text(step, "fromVersion")));
        Assert.AreEqual((id, after), (Text(to, "id"), Text(to, "version")));
        Assert.AreEqual(
            changes, string.Join(", ", to.GetProperty("changes").EnumerateArray().Select(change => $"{Text(change, "code")} {Text(change, "verdict")}")));
        Assert.AreEqual((verdict, disposition), (Text(to, "verdict"), Text(to, "disposition")));
    }

    [TestMethod]
    public async Task Several_updates_are_shown_one_after_the_other_and_leave_nothing_behind()
    {
        await Genuine.NeedSourceAsync();
        await using var sandbox = Sandbox.CreateWithDefaultSources();

        var result = await sandbox.GuardAsync(sandbox.Work, "compare", "Iced@1.7.0", "Iced@1.17.0", "Iced@1.22.0");

        Assert.AreEqual(Blocked, result.ExitCode, result.ToString());
        Assert.Contains("Iced 1.7.0 → 1.17.0", result.Output);
        Assert.Contains("error IG1032: Iced 1.17.0: ", result.Output);
        Assert.Contains("note: the manifest's repositoryUrl was \"https://github.com/0xd4d/iced\", is now \"https://github.com/icedland/iced\"", result.Output);
        Assert.Contains("Iced 1.17.0 → 1.22.0", result.Output);
        Assert.Contains("2 updates compared, 1 would be blocked", result.Output);
        Assert.AreSequenceEqual(["nuget.config"], Sandbox.FilesBelow(sandbox.Work));
        Assert.IsEmpty(Sandbox.FilesBelow(sandbox.Packages));
        Assert.IsEmpty(Sandbox.FilesBelow(sandbox.Temp).Where(file => file.EndsWith(".tmp", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task Version_that_there_never_was_could_not_be_told()
    {
        await Genuine.NeedSourceAsync();
        await using var sandbox = Sandbox.CreateWithDefaultSources();

        var result = await sandbox.GuardAsync(sandbox.Work, "compare", $"{Genuine.Id}@{Genuine.Next}", $"{Genuine.Id}@0.0.1-never");

        Assert.AreEqual(4, result.ExitCode, result.ToString());
        Assert.Contains($"{Genuine.Id} 0.0.1-never is in none of the sources: ", result.Error);
        Assert.AreEqual("", result.Output);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
