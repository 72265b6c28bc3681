using InstallGuard.EndToEnd.Sdk;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Failures;

/// <summary>The plugin is there as long as the client that started it, and not a moment longer.</summary>
[TestClass]
public sealed class PluginEndTests
{
    // Such a shell collects the restore only when nobody can say anything any more; until then the restore's process is
    // still listed, and the plugin holds the standard error that it inherited.
    [TestMethod]
    public async Task Script_that_takes_down_all_that_a_restore_says_is_not_kept_waiting()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("Windows does not list what has ended");
        }

        await using var repository = await GuardedRepository.CreateAsync();
        repository.Project("app", "1.0.0");

        var script = await repository.Sandbox.RunAsync(new("/bin/sh", ["-c", "said=$(dotnet restore app 2>&1); code=$?; echo \"$said\"; exit $code"])
        {
            Folder = repository.Root,
            Deadline = TimeSpan.FromMinutes(1),
        });

        Assert.AreEqual(0, script.ExitCode, script.ToString());
        Assert.Contains("Restored", script.Output);
        Assert.Contains("\"Contoso.Json\"", repository.Lock!);
    }
}
