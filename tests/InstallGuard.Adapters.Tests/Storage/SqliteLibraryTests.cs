using System.Runtime.InteropServices;
using InstallGuard.Adapters.Storage.Sqlite;
using SQLitePCL;

namespace InstallGuard.Adapters.Storage;

[TestClass]
public sealed class SqliteLibraryTests
{
    private delegate int Number();

    [TestMethod]
    public void The_bundled_library_has_the_version_that_is_written_down()
    {
        // An absolute path passes by the choice that is made for the provider.
        var name = OperatingSystem.IsWindows() ? "e_sqlite3.dll" : OperatingSystem.IsMacOS() ? "libe_sqlite3.dylib" : "libe_sqlite3.so";
        var rid = RuntimeInformation.RuntimeIdentifier;
        var library = NativeLibrary.Load(
            Path.Combine(AppContext.BaseDirectory, "runtimes", rid[..rid.IndexOf('-', StringComparison.Ordinal)] switch
            {
                "win" or "osx" => rid,
                _ => $"linux-{rid[(rid.LastIndexOf('-') + 1)..]}",
            }, "native", name));

        var version = Marshal.GetDelegateForFunctionPointer<Number>(NativeLibrary.GetExport(library, "sqlite3_libversion_number"))();

        Assert.AreEqual(SqliteLibrary.BundledVersion, version);
    }

    [TestMethod]
    public void The_newer_of_the_two_is_used()
    {
        SqliteLibrary.Prepare();

        Assert.IsGreaterThanOrEqualTo(SqliteLibrary.BundledVersion, raw.sqlite3_libversion_number());
        if (OperatingSystem.IsLinux())
        {
            Assert.AreEqual(
                SqliteLibrary.Newer("libsqlite3.so.0") != 0, raw.sqlite3_libversion_number() > SqliteLibrary.BundledVersion);
        }
    }

    [TestMethod]
    [DataRow(null, DisplayName = "no name on this system")]
    [DataRow("libno-such-library.so.0", DisplayName = "not installed")]
    [DataRow("libc.so.6", DisplayName = "another library")]
    public void What_is_not_a_newer_SQLite_is_not_used(string? name) => Assert.AreEqual(0, SqliteLibrary.Newer(name));
}
