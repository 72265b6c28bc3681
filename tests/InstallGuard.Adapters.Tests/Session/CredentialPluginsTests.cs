using InstallGuard.Adapters.Storage;

namespace InstallGuard.Adapters.Session;

/// <summary>The user's own plugins know the passwords of private feeds: they must go on working beside ours.</summary>
[TestClass]
public sealed class CredentialPluginsTests : IDisposable
{
    private const string Assemblies = "NUGET_NETCORE_PLUGIN_PATHS";
    private const string Everything = "NUGET_PLUGIN_PATHS";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Assemblies_that_were_listed_come_after_ours()
    {
        var (one, two) = (File("one/one.dll"), File("two/Two.DLL"));

        Named(Assemblies, [one, two], (Assemblies, $"{one}{Path.PathSeparator}{Path.PathSeparator}{two}"));
        Named(Assemblies, [one, two], (Everything, $"{one}{Path.PathSeparator}{two}"));
    }

    [TestMethod]
    public void Variable_for_assemblies_outranks_the_other_unless_it_is_empty()
    {
        var (one, two) = (File("one/one.dll"), File("two/two.dll"));

        Named(Assemblies, [one], (Assemblies, one), (Everything, two));
        Named(Assemblies, [two], (Assemblies, ""), (Everything, two));
    }

    [TestMethod]
    public void What_was_listed_takes_the_place_of_what_would_be_found()
    {
        var (one, path) = (File("one/one.dll"), Program("tools/nuget-plugin-contoso"));
        _ = File(".nuget/plugins/netcore/Contoso/Contoso.dll");

        Named(Assemblies, [one], (Assemblies, one), ("HOME", _folder.Path), ("PATH", Path.GetDirectoryName(path)!));
    }

    [TestMethod]
    public void What_NuGet_cannot_start_is_left_out()
    {
        var (one, program, text) = (File("one/one.dll"), Program("two/nuget-plugin-two"), File("three/three.txt"));

        Named(Assemblies, [one], (Assemblies, string.Join(Path.PathSeparator, program, text, "one.dll", _folder["none.dll"], one)));
        Named(Assemblies, [one], (Everything, string.Join(Path.PathSeparator, text, "one.dll", _folder["none.dll"], _folder["none"], one)));
    }

    [TestMethod]
    public void Programs_and_folders_of_programs_are_listed_where_they_may_be()
    {
        var (one, two, three) = (File("one/one.dll"), Program("two/nuget-plugin-two"), Program("three/nuget-plugin-three"));
        _ = File("three/nuget-plugin-notes.txt");
        _ = Program("three/other-plugin");

        Named(Everything, [one, two, three], (Everything, string.Join(Path.PathSeparator, one, two, _folder["three"])));
    }

    [TestMethod]
    public void Plugins_in_the_users_folder_are_found_as_nuget_finds_them()
    {
        _ = File(".nuget/plugins/netcore/Incomplete/Other.dll");
        var contoso = File(".nuget/plugins/netcore/CredentialProvider.Contoso/CredentialProvider.Contoso.dll");
        var adventure = File(".nuget/plugins/netcore/CredentialProvider.Adventure/CredentialProvider.Adventure.dll");

        Named(Assemblies, [adventure, contoso], ("HOME", _folder.Path));
        Named(Assemblies, [adventure, contoso], ("HOME", "/nowhere"), ("DOTNET_CLI_HOME", _folder.Path));
    }

    [TestMethod]
    public void Tools_on_the_path_are_found_beside_them()
    {
        var contoso = File(".nuget/plugins/netcore/Contoso/Contoso.dll");
        var (one, two) = (Program("one/nuget-plugin-one"), Program("two/nuget-plugin-two"));
        _ = File("two/nuget-plugin-without-permission");
        _ = Directory.CreateDirectory(_folder["two/nuget-plugin-folder"]);
        System.IO.File.CreateSymbolicLink(_folder["two/nuget-plugin-dangling"], _folder["nowhere"]);

        Named(
            Everything,
            [contoso, one, two],
            ("HOME", _folder.Path),
            ("PATH", string.Join(Path.PathSeparator, _folder["one"], "relative", "", _folder["none"], _folder["two"], _folder["one"])));
    }

    [TestMethod]
    public void User_without_plugins_or_home_has_only_ours()
    {
        Named(Assemblies, []);
        Named(Assemblies, [], ("HOME", _folder.Path), ("PATH", _folder.Path));
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
            System.IO.File.WriteAllText(session.GraphPath, "");
        }

        Assert.IsFalse(Directory.Exists(folder));
    }

    private string File(string name)
    {
        var path = _folder[name];
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, "");
        return path;
    }

    private string Program(string name)
    {
        if (OperatingSystem.IsWindows())
        {
            return File($"{name}.exe");
        }

        var path = File(name);
        System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    // The other variable is taken away: NuGet lets the one for assemblies win, and takes an empty one for "no plugins".
    private static void Named(string variable, IReadOnlyList<string> plugins, params (string Name, string Value)[] environment)
    {
        using var session = new RestoreSession();
        var variables = Variables(session, environment);
        Assert.AreEqual(string.Join(Path.PathSeparator, plugins.Prepend("ours.dll")), variables[variable]);
        Assert.IsNull(variables[variable == Assemblies ? Everything : Assemblies]);
    }

    private static string Claims(RestoreSession session) => Variables(session, [])["NUGET_PLUGINS_CACHE_PATH"]!;

    private static IReadOnlyDictionary<string, string?> Variables(RestoreSession session, (string Name, string Value)[] environment) =>
        session.Variables(
            GuardSettings.Read(_ => null, Path.GetTempPath()),
            "ours.dll",
            name => environment.FirstOrDefault(variable => variable.Name == name).Value);
}
