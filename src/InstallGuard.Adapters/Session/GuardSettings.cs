using System.Globalization;
using System.Runtime.InteropServices;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Policies;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Session;

/// <summary>Where lock and ledger are and how strict to be: read once, when a process starts.</summary>
/// <param name="LockPath">The lock file.</param>
/// <param name="LedgerPath">The ledger.</param>
/// <param name="GateFolder">Where writers of one lock wait for each other.</param>
/// <param name="PackagesFolder">The packages folder of the restore, or null for the one of the NuGet configuration.</param>
/// <param name="TrustedRoots">PEM files with additional roots.</param>
/// <param name="Policy">What is tolerated.</param>
/// <param name="SessionFolder">Where the plugin leaves its journal, or null when no host asked for one.</param>
/// <param name="NoHttpCache">Whether NuGet's HTTP cache is left aside.</param>
/// <param name="LargestPackage">The largest download that is taken, in bytes.</param>
/// <param name="Base">The branch or commit whose lock the lock must not fall behind; null to find one; "none" for nothing.</param>
/// <param name="MergeTargets">Where to look for it.</param>
public sealed record GuardSettings(
    string LockPath,
    string LedgerPath,
    string GateFolder,
    string? PackagesFolder,
    IReadOnlyList<string> TrustedRoots,
    Policy Policy,
    string? SessionFolder,
    bool NoHttpCache,
    long LargestPackage,
    string? Base,
    IReadOnlyList<MergeTarget> MergeTargets)
{
    /// <summary>The largest download that is taken unless told otherwise: as large as a zip file without zip64 can be.</summary>
    public const long LargestZip = uint.MaxValue;

    private const string LedgerName = "ledger.db";

    /// <summary>The repository that is restored: the one around the lock, else the one around what is restored, else the lock's folder.</summary>
    public string Root { get; private init; } = Path.GetDirectoryName(LockPath)!;

    /// <summary>Where the stamps of clean checks lie.</summary>
    public string StampFolder => Path.Combine(Path.GetDirectoryName(LedgerPath)!, "stamps");

    /// <summary>Everything in the settings that a check depends on, as one text.</summary>
    public string Subject => string.Join('\n', [LockPath, LedgerPath, $"{Policy}", $"{Base}", .. MergeTargets.Select(target => $"{target}"), .. TrustedRoots.Select(root => $"{root} {File.GetLastWriteTimeUtc(root).Ticks}")]);

    /// <summary>Reads the settings.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <param name="start">The folder, project or solution that is being restored.</param>
    /// <param name="locked">
    /// Whether the repository asks for a lock that stays as it is; null when it does not say. The environment has the
    /// last word. Without one it stays as it is on a build server, where what is written is lost, whatever
    /// the repository says: what is built there may be anybody's pull request.
    /// </param>
    /// <exception cref="FormatException">A variable holds something that it cannot.</exception>
    public static GuardSettings Read(Func<string, string?> environment, string start, bool? locked = null)
    {
        string? Value(string name) => environment(name) is { Length: > 0 } value ? value : null;

        var home = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "InstallGuard");
        var lockPath = Path.GetFullPath(Value(SessionVariables.LockFile) ?? LockLocation.For(start));
        var ledger = Path.GetFullPath(Value(SessionVariables.Ledger) ?? Path.Combine(home, LedgerName));
        return new(
            lockPath,
            ledger,
            Path.Combine(Path.GetDirectoryName(ledger) ?? home, "gates"),
            Value(SessionVariables.PackagesFolder),
            Value(SessionVariables.TrustedRoots)?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [],
            PolicyOf(Value, locked),
            Value(SessionVariables.Session),
            Switch(SessionVariables.NoHttpCache, Value) ?? false,
            Value(SessionVariables.LargestPackage) is { } bytes ? Bytes(bytes) : LargestZip,
            Value(SessionVariables.Base),
            MergeTarget.Candidates(IsOfASubmodule(lockPath) ? _ => null : environment))
        {
            Root = LockLocation.RepositoryOf(lockPath, start),
        };
    }

    // A build server speaks of the repository that it builds.
    private static bool IsOfASubmodule(string lockPath) =>
        RepositoryRoot.Of(Path.GetDirectoryName(lockPath)!) is { } root && RepositoryRoot.IsSubmodule(root);

    private static Policy PolicyOf(Func<string, string?> value, bool? locked)
    {
        LockedBy? by = Switch(SessionVariables.Locked, value) switch
        {
            true => Enum.TryParse<LockedBy>(value(SessionVariables.LockedBy), out var told) && Enum.IsDefined(told) ? told : LockedBy.Environment,
            false => null,
            null => BuildServer.ToldBy(value) is not null ? LockedBy.BuildServer : locked == true ? LockedBy.Repository : null,
        };
        return by is { } reason ? LockedFor(reason) : Policy.Default;
    }

    /// <summary>A lock that is taken as it is, and why.</summary>
    public static Policy LockedFor(LockedBy by) => new(Locked: true) { Reason = new(by, RuntimeInformation.RuntimeIdentifier) };

    // A mistyped switch must not be read as "off".
    private static bool? Switch(string name, Func<string, string?> value) => value(name) switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        var other => throw new FormatException($"{name} is {Quoted.Text(other)}; it must be true or false"),
    };

    private static long Bytes(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0
            ? bytes
            : throw new FormatException($"{SessionVariables.LargestPackage} is {Quoted.Text(text)}; it must be a number of bytes");
}
