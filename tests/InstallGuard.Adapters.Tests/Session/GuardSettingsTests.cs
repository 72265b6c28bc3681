using InstallGuard.Policies;

namespace InstallGuard.Adapters.Session;

/// <summary>The environment variables, and what they are taken for.</summary>
[TestClass]
public sealed class GuardSettingsTests
{
    private static readonly string Here = Path.GetTempPath();

    [TestMethod]
    public void Settings_have_defaults()
    {
        var settings = Read();

        Assert.AreEqual("installguard.lock.json", Path.GetFileName(settings.LockPath));
        Assert.EndsWith(Path.Combine("InstallGuard", "ledger.db"), settings.LedgerPath);
        Assert.AreEqual(Path.Combine(Path.GetDirectoryName(settings.LedgerPath)!, "gates"), settings.GateFolder);
        Assert.IsFalse(settings.Policy.Locked);
        Assert.IsFalse(settings.NoHttpCache);
        Assert.IsEmpty(settings.TrustedRoots);
        Assert.IsNull(settings.PackagesFolder);
        Assert.IsNull(settings.SessionFolder);
        Assert.AreEqual(GuardSettings.LargestZip, settings.LargestPackage);
    }

    [TestMethod]
    public void Paths_are_made_absolute()
    {
        var settings = Read(("INSTALLGUARD_LOCK", "a.json"), ("INSTALLGUARD_LEDGER", "b.db"));

        Assert.AreEqual(Path.GetFullPath("a.json"), settings.LockPath);
        Assert.AreEqual(Path.GetFullPath("b.db"), settings.LedgerPath);
        Assert.AreEqual(Path.GetFullPath("gates"), settings.GateFolder);
    }

    [TestMethod]
    [DataRow("true", true)]
    [DataRow("1", true)]
    [DataRow("false", false)]
    [DataRow("0", false)]
    [DataRow("", false)]
    [DataRow(null, false)]
    public void Switches_are_read(string? value, bool expected)
    {
        var settings = Read(("INSTALLGUARD_LOCKED", value), ("INSTALLGUARD_NO_HTTP_CACHE", value));

        Assert.AreEqual(expected, settings.Policy.Locked);
        Assert.AreEqual(expected, settings.NoHttpCache);
    }

    [TestMethod]
    [DataRow("yes")]
    [DataRow("True")]
    [DataRow("TRUE")]
    [DataRow(" true")]
    [DataRow("on")]
    [DataRow("2")]
    [DataRow("off")]
    [DataRow("no")]
    public void Switch_that_is_neither_on_nor_off_is_an_error_that_names_it(string value)
    {
        foreach (var name in (string[])["INSTALLGUARD_LOCKED", "INSTALLGUARD_NO_HTTP_CACHE"])
        {
            Assert.Contains(name, Assert.ThrowsExactly<FormatException>(() => Read((name, value))).Message);
        }
    }

    [TestMethod]
    [DataRow("0")]
    [DataRow("-1")]
    [DataRow("1.5")]
    [DataRow("1 000")]
    [DataRow("1,000")]
    [DataRow("1MB")]
    [DataRow("9223372036854775808")]
    public void Largest_package_that_is_no_number_of_bytes_is_an_error(string value) =>
        Assert.Contains("INSTALLGUARD_LARGEST_PACKAGE", Assert.ThrowsExactly<FormatException>(() => Read(("INSTALLGUARD_LARGEST_PACKAGE", value))).Message);

    [TestMethod]
    public void Roots_are_a_list_like_path()
    {
        var settings = Read(("INSTALLGUARD_TRUSTED_ROOTS", string.Join(Path.PathSeparator, "a.pem", "", "b.pem")));

        Assert.AreSequenceEqual(["a.pem", "b.pem"], settings.TrustedRoots);
    }

    [TestMethod]
    [DataRow(null, null, null, false)]
    [DataRow(null, null, true, true)]
    [DataRow(null, null, false, false)]
    [DataRow(null, "true", false, true)]
    [DataRow(null, "1", false, true)]
    [DataRow(null, "true", true, true)]
    [DataRow("true", null, false, true)]
    [DataRow("true", "true", false, true)]
    [DataRow("false", "true", null, false)]
    [DataRow("false", null, true, false)]
    public void Repository_tightens_what_the_environment_says_and_never_loosens_it(string? variable, string? ci, bool? property, bool expected)
    {
        var settings = GuardSettings.Read(name => name switch { "INSTALLGUARD_LOCKED" => variable, "CI" => ci, _ => null }, Here, property);

        Assert.AreEqual(expected, settings.Policy.Locked);
    }

    [TestMethod]
    [DataRow("true", null, null, LockedBy.Environment)]
    [DataRow("true", "true", true, LockedBy.Environment)]
    [DataRow(null, "true", true, LockedBy.BuildServer)]
    [DataRow(null, "true", false, LockedBy.BuildServer)]
    [DataRow(null, null, true, LockedBy.Repository)]
    [DataRow(null, null, null, null)]
    [DataRow("false", "true", true, null)]
    public void What_locks_is_known_to_host_and_plugin(string? variable, string? ci, bool? property, LockedBy? expected)
    {
        var told = GuardSettings.Read(name => name switch { "INSTALLGUARD_LOCKED" => variable, "CI" => ci, _ => null }, Here, property);
        using var session = new RestoreSession();
        var variables = session.Variables(told, Path.Combine(Here, "plugin.dll"), _ => null);
        var plugin = GuardSettings.Read(name => name == "CI" ? ci : variables.GetValueOrDefault(name), Here);

        Assert.AreEqual(expected, told.Policy.Reason?.By);
        Assert.AreEqual(told.Policy, plugin.Policy);
    }

    [TestMethod]
    public void Host_and_plugin_read_the_same_settings()
    {
        var told = Read(
            ("INSTALLGUARD_LOCK", Path.Combine(Here, "a.json")),
            ("INSTALLGUARD_LEDGER", Path.Combine(Here, "b.db")),
            ("INSTALLGUARD_TRUSTED_ROOTS", Path.Combine(Here, "a.pem")),
            ("INSTALLGUARD_LOCKED", "true"),
            ("INSTALLGUARD_NO_HTTP_CACHE", "1"));
        using var session = new RestoreSession();
        var variables = session.Variables(told, "plugin.dll", _ => null);

        var heard = GuardSettings.Read(name => variables.GetValueOrDefault(name), "/elsewhere");

        Assert.AreEqual(told.LockPath, heard.LockPath);
        Assert.AreEqual(told.LedgerPath, heard.LedgerPath);
        Assert.AreEqual(told.GateFolder, heard.GateFolder);
        Assert.AreSequenceEqual(told.TrustedRoots, heard.TrustedRoots);
        Assert.AreEqual(told.Policy, heard.Policy);
        Assert.AreEqual(told.NoHttpCache, heard.NoHttpCache);
        Assert.AreEqual(Path.GetDirectoryName(session.GraphPath), heard.SessionFolder);
    }

    private static GuardSettings Read(params (string Name, string? Value)[] variables) =>
        GuardSettings.Read(name => variables.FirstOrDefault(variable => variable.Name == name).Value, Here);
}
