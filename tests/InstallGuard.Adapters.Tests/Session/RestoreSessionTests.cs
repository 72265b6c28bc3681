using InstallGuard.Adapters.Storage;

namespace InstallGuard.Adapters.Session;

/// <summary>What NuGet is told of our plugin.</summary>
[TestClass]
public sealed class RestoreSessionTests
{
    private const string ForAssemblies = "NUGET_NETCORE_PLUGIN_PATHS";

    [TestMethod]
    public void Plugin_is_started_where_it_lies()
    {
        using var folder = new TestFolder();
        using var session = new RestoreSession();
        var plugin = Plugin(folder["tools"]);

        Assert.AreEqual(plugin, Variables(session, plugin)[ForAssemblies]);
    }

    [TestMethod]
    public void Plugin_whose_path_NuGet_would_take_for_two_is_started_from_a_copy_with_all_that_it_needs()
    {
        using var folder = new TestFolder();
        using var session = new RestoreSession();
        var plugin = Plugin(folder[$"packages{Path.PathSeparator}mine/tools/linux-x64"]);
        var native = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(plugin))!, "runtimes", "linux-x64", "native");
        _ = Directory.CreateDirectory(native);
        File.WriteAllText(Path.Combine(native, "libe_sqlite3.so"), "native");

        var started = Variables(session, plugin)[ForAssemblies]!;

        Assert.IsFalse(started.Contains(Path.PathSeparator, StringComparison.Ordinal), started);
        Assert.AreEqual("InstallGuard.Plugin.dll", Path.GetFileName(started));
        Assert.IsTrue(File.Exists(Path.Combine(Path.GetDirectoryName(started)!, "InstallGuard.Core.dll")));
        Assert.IsTrue(File.Exists(Path.Combine(Path.GetDirectoryName(started)!, "runtimes", "linux-x64", "native", "libe_sqlite3.so")));
        Assert.AreEqual(started, Variables(session, plugin)[ForAssemblies], "in the next restore of the same process");
    }

    private static IReadOnlyDictionary<string, string?> Variables(RestoreSession session, string plugin) =>
        session.Variables(GuardSettings.Read(_ => null, Path.GetDirectoryName(plugin)!), plugin, _ => null);

    private static string Plugin(string folder)
    {
        _ = Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "InstallGuard.Core.dll"), "core");
        var plugin = Path.Combine(folder, "InstallGuard.Plugin.dll");
        File.WriteAllText(plugin, "plugin");
        return plugin;
    }
}
