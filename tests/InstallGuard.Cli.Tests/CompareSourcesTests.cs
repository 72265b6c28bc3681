using System.Text;
using InstallGuard.Testing;

namespace InstallGuard.Cli;

/// <summary><c>installguard compare</c> on versions that are fetched: from which sources, and when it could not look.</summary>
[TestClass]
public sealed class CompareSourcesTests
{
    private const string Password = "correct horse battery staple";

    [TestMethod]
    public async Task Versions_come_from_a_folder_that_is_a_source()
    {
        using var shell = ShellWith(Source("local", "packages"));
        Offer(shell, "packages", "1.0.0", "2.0.0");

        Assert.AreEqual(0, await CompareAsync(shell), shell.Error);

        Assert.Contains("Contoso.Json 1.0.0 → 2.0.0", shell.Out);
    }

    [TestMethod]
    public async Task Folder_may_be_written_as_an_address()
    {
        using var shell = ShellWith();
        Offer(shell, "packages", "1.0.0", "2.0.0");
        Configure(shell, Source("local", new Uri(Path.Combine(shell.Folder, "packages")).AbsoluteUri));

        Assert.AreEqual(0, await CompareAsync(shell), shell.Error);
    }

    [TestMethod]
    public async Task Version_may_be_compared_with_a_file()
    {
        using var shell = ShellWith(Source("local", "packages"));
        Offer(shell, "packages", "1.0.0");

        Assert.AreEqual(0, await shell.RunAsync("compare", "contoso.json@1.0", shell.File("next.nupkg", Package("2.0.0"))), shell.Error);
    }

    [TestMethod]
    public async Task Unsigned_version_from_another_feed_is_blocked()
    {
        await using var first = (await TestFeed.StartAsync()).Add(Package("1.0.0"));
        await using var second = (await TestFeed.StartAsync()).Add(Package("2.0.0"));
        using var shell = ShellWith(Source("first", first.Index), Source("second", second.Index));

        Assert.AreEqual(3, await CompareAsync(shell), shell.Error);

        Assert.Contains("error IG1050: Contoso.Json 2.0.0: ", shell.Out);
        Assert.Contains($"unsigned, from {first.Index}", shell.Out);
    }

    [TestMethod]
    public async Task Lock_that_pins_the_package_is_what_an_update_is_held_to()
    {
        await using var first = (await TestFeed.StartAsync()).Add(Package("1.0.0"));
        await using var second = (await TestFeed.StartAsync()).Add(Package("2.0.0"));
        using var shell = ShellWith(Source("first", first.Index), Source("second", second.Index));
        Pin(shell, ("1.0.0", first.Index));

        Assert.AreEqual(3, await CompareAsync(shell), shell.Error);
        Assert.Contains("pinned: unsigned, from ", shell.Out);
        Assert.Contains("; held to what the lock file pins", shell.Out);

        Pin(shell, ("1.0.0", first.Index), ("2.0.0", second.Index));
        Assert.AreEqual(0, await CompareAsync(shell), shell.Out + shell.Error);
    }

    [TestMethod]
    public async Task What_is_pinned_nowhere_is_called_so()
    {
        await using var first = (await TestFeed.StartAsync()).Add(Package("1.0.0"));
        await using var second = (await TestFeed.StartAsync()).Add(Package("2.0.0"));
        using var shell = ShellWith(Source("first", first.Index), Source("second", second.Index));

        Assert.AreEqual(3, await CompareAsync(shell), shell.Error);

        Assert.Contains("before: unsigned, from ", shell.Out);
        Assert.Contains("not to a lock file", shell.Out);
        Assert.DoesNotContain("pinned: ", shell.Out);
    }

    [TestMethod]
    public async Task Lock_that_cannot_be_read_is_no_lock_that_pins_nothing()
    {
        using var shell = ShellWith(Source("local", "packages"));
        Offer(shell, "packages", "1.0.0", "2.0.0");
        _ = shell.File("installguard.lock.json", "no lock"u8.ToArray());

        Assert.AreEqual(3, await CompareAsync(shell), shell.Out);

        Assert.StartsWith("error IG5001: ", shell.Error);
    }

    private static void Pin(Shell shell, params (string Since, string Feed)[] pins)
    {
        var feeds = string.Join(", ", pins.Select(pin => $$"""{"since": "{{pin.Since}}", "unsigned": true, "feed": "{{pin.Feed}}", "firstUse": "2026-11-21"}"""));
        _ = shell.File("installguard.lock.json", Encoding.UTF8.GetBytes($$$"""{"version": 1, "packages": {"Contoso.Json": [{{{feeds}}}]}}"""));
    }

    [TestMethod]
    public async Task Sources_are_asked_in_their_order_and_the_disabled_never()
    {
        await using var first = (await TestFeed.StartAsync()).Add(Package("1.0.0")).Add(Package("2.0.0"));
        await using var second = (await TestFeed.StartAsync()).Add(Package("1.0.0")).Add(Package("2.0.0"));
        using var shell = ShellWith(
            Source("off", second.Index) + Source("first", first.Index) + Source("last", second.Index),
            "<disabledPackageSources><add key=\"off\" value=\"true\" /></disabledPackageSources>");

        Assert.AreEqual(0, await CompareAsync(shell), shell.Error);

        Assert.IsNotEmpty(first.Requests);
        Assert.IsEmpty(second.Requests);
    }

    [TestMethod]
    public async Task Source_mapping_says_which_source_answers_for_a_name()
    {
        await using var other = (await TestFeed.StartAsync()).Add(Package("1.0.0")).Add(Package("2.0.0"));
        using var shell = ShellWith(Source("other", other.Index) + Source("local", "packages"), Mapping(("other", "Fabrikam.*"), ("local", "Contoso.*")));
        Offer(shell, "packages", "1.0.0", "2.0.0");

        Assert.AreEqual(0, await CompareAsync(shell), shell.Error);

        Assert.IsEmpty(other.Requests);
    }

    [TestMethod]
    public async Task Name_that_is_mapped_to_no_source_could_not_be_told()
    {
        using var shell = ShellWith(Source("local", "packages"), Mapping(("local", "Fabrikam.*")));
        Offer(shell, "packages", "1.0.0", "2.0.0");

        await CouldNotTellAsync(shell, "Contoso.Json 1.0.0 is in none of the sources");
    }

    [TestMethod]
    public async Task Version_that_no_source_has_could_not_be_told()
    {
        await using var feed = (await TestFeed.StartAsync()).Add(Package("1.0.0"));
        using var shell = ShellWith(Source("feed", feed.Index), Source("local", "packages"));
        Offer(shell, "packages", "1.0.0");

        await CouldNotTellAsync(shell, "Contoso.Json 2.0.0 is in none of the sources: ", feed.Index);
    }

    [TestMethod]
    public async Task Source_that_fails_is_named_and_no_other_is_asked_in_its_place()
    {
        await using var feed = (await TestFeed.StartAsync()).Add(Package("1.0.0")).Add(Package("2.0.0"));
        using var shell = ShellWith(Source("gone", "no-such-folder"), Source("feed", feed.Index));

        await CouldNotTellAsync(shell, "no-such-folder");

        Assert.IsEmpty(feed.Requests);
    }

    [TestMethod]
    public async Task Feed_that_answers_with_an_error_is_named()
    {
        await using var feed = (await TestFeed.StartAsync()).Add(Package("1.0.0")).Add(Package("2.0.0"));
        feed.Misbehave("index.json", new FeedFault.Status(403));
        using var shell = ShellWith(Source("feed", feed.Index));

        await CouldNotTellAsync(shell, feed.Index);
    }

    [TestMethod]
    public async Task Credentials_of_the_nuget_config_are_used_and_never_shown()
    {
        await using var feed = (await TestFeed.StartAsync(new() { Credentials = new("jo", Password) })).Add(Package("1.0.0")).Add(Package("2.0.0"));
        using var shell = ShellWith(Source("feed", feed.Index), Credentials(Password));
        Assert.AreEqual(0, await CompareAsync(shell), shell.Error);
        Assert.DoesNotContain(Password, shell.Out);

        using var wrong = ShellWith(Source("feed", feed.Index), Credentials("wrong"));
        await CouldNotTellAsync(wrong, "401 (");
        Assert.DoesNotContain("wrong", wrong.Error);
    }

    [TestMethod]
    public async Task Download_that_is_larger_than_it_may_be_could_not_be_told()
    {
        await using var feed = (await TestFeed.StartAsync()).Add(Package("1.0.0")).Add(TestPackage.Create(
            "Contoso.Json", "2.0.0", content => content.WithFile("noise.bin", System.Security.Cryptography.RandomNumberGenerator.GetBytes(100_000))));
        using var shell = ShellWith(Source("feed", feed.Index));
        shell["INSTALLGUARD_LARGEST_PACKAGE"] = "50000";

        await CouldNotTellAsync(shell, "more than 50000 bytes");
    }

    [TestMethod]
    public async Task Download_that_is_another_package_is_blocked()
    {
        await using var feed = (await TestFeed.StartAsync()).Add(Package("1.0.0")).Add("Contoso.Json", "2.0.0", Package("3.0.0"));
        using var shell = ShellWith(Source("feed", feed.Index));

        Assert.AreEqual(3, await CompareAsync(shell), shell.Error);

        Assert.Contains("error IG2004: Contoso.Json 2.0.0: ", shell.Out);
    }

    [TestMethod]
    public async Task Nuget_configuration_that_is_none_could_not_be_told()
    {
        using var shell = new Shell();
        _ = shell.File("nuget.config", "<no configuration"u8.ToArray());

        await CouldNotTellAsync(shell, "nuget.config");
    }

    private static async Task CouldNotTellAsync(Shell shell, params string[] said)
    {
        Assert.AreEqual(4, await CompareAsync(shell), shell.Out + shell.Error);
        Assert.StartsWith("error IG3001: ", shell.Error);
        Assert.AreEqual("", shell.Out);
        foreach (var words in said)
        {
            Assert.Contains(words, shell.Error);
        }
    }

    private static Task<int> CompareAsync(Shell shell) => shell.RunAsync("compare", "Contoso.Json@1.0.0", "Contoso.Json@2.0.0");

    // Without NuGet's HTTP cache: another run may get the same port.
    private static Shell ShellWith(params string[] configuration)
    {
        var shell = new Shell();
        shell["INSTALLGUARD_NO_HTTP_CACHE"] = "true";
        _ = Directory.CreateDirectory(Path.Combine(shell.Folder, "packages"));
        Configure(shell, configuration);
        return shell;
    }

    private static void Configure(Shell shell, params string[] configuration)
    {
        var sources = string.Concat(configuration.Where(part => part.StartsWith("<add", StringComparison.Ordinal)));
        var others = string.Concat(configuration.Where(part => !part.StartsWith("<add", StringComparison.Ordinal)));
        _ = shell.File("nuget.config", Encoding.UTF8.GetBytes(
            $"<configuration><packageSources><clear />{sources}</packageSources>{others}</configuration>"));
    }

    private static string Source(string name, string at) => $"<add key=\"{name}\" value=\"{at}\" allowInsecureConnections=\"true\" />";

    private static string Mapping(params (string Source, string Pattern)[] all) =>
        $"<packageSourceMapping><clear />{string.Concat(all.Select(one => $"<packageSource key=\"{one.Source}\"><package pattern=\"{one.Pattern}\" /></packageSource>"))}</packageSourceMapping>";

    private static string Credentials(string password) =>
        $"<packageSourceCredentials><feed><add key=\"Username\" value=\"jo\" /><add key=\"ClearTextPassword\" value=\"{password}\" /></feed></packageSourceCredentials>";

    private static byte[] Package(string version) => TestPackage.Create("Contoso.Json", version);

    private static void Offer(Shell shell, string folder, params string[] versions)
    {
        foreach (var version in versions)
        {
            _ = shell.File(Path.Combine(folder, $"Contoso.Json.{version}.nupkg"), Package(version));
        }
    }
}
