using System.Runtime.InteropServices;
using SQLitePCL;

namespace InstallGuard.Adapters.Storage.Sqlite;

/// <summary>
/// Which SQLite is used: the operating system's, when it is newer than the bundled one, because that one gets security
/// updates; otherwise the bundled one.
/// </summary>
internal static class SqliteLibrary
{
    /// <summary>The version of the bundled library, as <c>sqlite3_libversion_number</c> states it.</summary>
    public const int BundledVersion = 3_035_005;

    // A static constructor runs once, and the others wait for it.
    private static readonly bool IsPrepared = ChooseAndLoad();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Number();

    /// <summary>Makes the library ready. Costs something once in a process.</summary>
    public static void Prepare() => _ = IsPrepared;

    /// <summary>The library of that name, when it is there, newer than the bundled one and safe with threads; otherwise 0.</summary>
    public static nint Newer(string? name)
    {
        if (name is null || !NativeLibrary.TryLoad(name, out var library))
        {
            return 0;
        }

        if (Ask(library, "sqlite3_libversion_number") > BundledVersion && Ask(library, "sqlite3_threadsafe") != 0)
        {
            return library;
        }

        NativeLibrary.Free(library);
        return 0;
    }

    private static bool ChooseAndLoad()
    {
        var library = Newer(SystemName()) is not 0 and var system ? system : Bundled();
        if (library != 0)
        {
            PointProviderTo(library);
        }

        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider();
        return true;
    }

    // In a process that is not ours nobody knows of the folders that native libraries lie in beside an assembly.
    private static nint Bundled()
    {
        var folder = Path.GetDirectoryName(typeof(SqliteLibrary).Assembly.Location);
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        (string Rid, string File)[] candidates =
            OperatingSystem.IsWindows() ? [($"win-{architecture}", "e_sqlite3.dll")]
            : OperatingSystem.IsMacOS() ? [($"osx-{architecture}", "libe_sqlite3.dylib")]
            : [($"linux-{architecture}", "libe_sqlite3.so"), ($"linux-musl-{architecture}", "libe_sqlite3.so")];
        foreach (var (rid, file) in candidates)
        {
            foreach (var at in (string?[])[folder, Path.GetDirectoryName(folder)])
            {
                if (at is not null && NativeLibrary.TryLoad(Path.Combine(at, "runtimes", rid, "native", file), out var library))
                {
                    return library;
                }
            }
        }

        return 0;
    }

    private static void PointProviderTo(nint library)
    {
        try
        {
            NativeLibrary.SetDllImportResolver(
                typeof(SQLite3Provider_e_sqlite3).Assembly,
                (name, _, _) => name == "e_sqlite3" ? library : 0);
        }
        catch (InvalidOperationException)
        {
            // Somebody in this process has chosen for this assembly already.
        }
    }

    private static int Ask(nint library, string function) =>
        NativeLibrary.TryGetExport(library, function, out var address)
            ? Marshal.GetDelegateForFunctionPointer<Number>(address)()
            : 0;

    // On 32-bit Windows the system's library is called in another way than the bundled one.
    private static string? SystemName() =>
        OperatingSystem.IsLinux() ? "libsqlite3.so.0"
        : OperatingSystem.IsMacOS() ? "/usr/lib/libsqlite3.dylib"
        : OperatingSystem.IsWindows() && Environment.Is64BitProcess ? Path.Combine(Environment.SystemDirectory, "winsqlite3.dll")
        : null;
}
