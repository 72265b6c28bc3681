using InstallGuard.Adapters.Storage;

namespace InstallGuard.Adapters.Session;

/// <summary>The user's own plugins know the passwords of private feeds: they must go on working beside ours.</summary>
[TestClass]
public sealed class CredentialPluginsTests
{
    private const string Variable = "NUGET_NETCORE_PLUGIN_PATHS";

    [TestMethod]
    public void Plugins_that_were_listed_come_after_ours()
    {
        Assert.AreEqual("ours.dll;/one/one.dll;/two/Two.DLL", Listed((Variable, "/one/one.dll;;/two/Two.DLL")));
    }

    [TestMethod]
    public void Plugins_of_the_older_variable_are_taken_when_the_newer_one_is_not_set()
    {
        Assert.AreEqual("ours.dll;/one/one.dll", Listed(("NUGET_PLUGIN_PATHS", "/one/one.dll")));
        Assert.AreEqual("ours.dll;/one/one.dll", Listed((Variable, "/one/one.dll"), ("NUGET_PLUGIN_PATHS", "/two/two.dll")));
        Assert.AreEqual("ours.dll;/two/two.dll", Listed((Variable, ""), ("NUGET_PLUGIN_PATHS", "/two/two.dll")));
    }

    [TestMethod]
    public void What_is_no_assembly_is_not_listed_where_only_assemblies_may_be()
    {
        Assert.AreEqual("ours.dll;/one/one.dll", Listed((Variable, "/usr/bin/nuget-plugin-native;/one/one.dll")));
    }

    [TestMethod]
    public void Plugins_in_the_users_folder_are_found_as_nuget_finds_them()
    {
        using var home = new TestFolder();
        var plugins = Path.Combine(home.Path, ".nuget", "plugins", "netcore");
        foreach (var name in (string[])["CredentialProvider.Contoso", "CredentialProvider.Adventure", "Incomplete"])
        {
            _ = Directory.CreateDirectory(Path.Combine(plugins, name));
        }

        var (adventure, contoso) = (Path.Combine(plugins, "CredentialProvider.Adventure"), Path.Combine(plugins, "CredentialProvider.Contoso"));
        File.WriteAllText(Path.Combine(contoso, "CredentialProvider.Contoso.dll"), "");
        File.WriteAllText(Path.Combine(adventure, "CredentialProvider.Adventure.dll"), "");
        File.WriteAllText(Path.Combine(plugins, "Incomplete", "Other.dll"), "");

        Assert.AreEqual(
            $"ours.dll;{adventure}/CredentialProvider.Adventure.dll;{contoso}/CredentialProvider.Contoso.dll",
            Listed(("HOME", home.Path)).Replace('\\', '/'));
    }

    [TestMethod]
    public void User_without_plugins_or_home_has_only_ours()
    {
        using var home = new TestFolder();

        Assert.AreEqual("ours.dll", Listed());
        Assert.AreEqual("ours.dll", Listed(("HOME", home.Path)));
    }

    [TestMethod]
    public void What_the_client_remembers_of_plugins_begins_empty_with_every_session()
    {
        using var one = new RestoreSession();
        using var two = new RestoreSession();

        Assert.AreNotEqual(Claims(one), Claims(two));
        Assert.IsFalse(Directory.Exists(Claims(one)));
    }

    [TestMethod]
    public void Session_leaves_nothing_behind()
    {
        string folder;
        using (var session = new RestoreSession())
        {
            folder = Path.GetDirectoryName(session.GraphPath)!;
            File.WriteAllText(session.GraphPath, "");
        }

        Assert.IsFalse(Directory.Exists(folder));
    }

    private static string Listed(params (string Name, string Value)[] environment)
    {
        using var session = new RestoreSession();
        return Variables(session, environment)[Variable]!;
    }

    private static string Claims(RestoreSession session) => Variables(session, [])["NUGET_PLUGINS_CACHE_PATH"]!;

    private static IReadOnlyDictionary<string, string?> Variables(RestoreSession session, (string Name, string Value)[] environment) =>
        session.Variables(
            GuardSettings.Read(_ => null, Path.GetTempPath()),
            "ours.dll",
            name => environment.FirstOrDefault(variable => variable.Name == name).Value);
}
