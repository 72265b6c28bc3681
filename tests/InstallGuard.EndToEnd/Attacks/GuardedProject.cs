using System.Text.RegularExpressions;
using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>A project that uses one package, restored under guard version by version.</summary>
/// <param name="sandbox">Where it lives. It stays the caller's.</param>
/// <param name="id">The package.</param>
internal sealed partial class GuardedProject(Sandbox sandbox, string id)
{
    private const int Clean = 0;
    private const int Blocked = 3;
    private const string Name = "app";

    /// <summary>Where the project and its lock are.</summary>
    public string Folder => Path.Combine(sandbox.Work, Name);

    private string LockPath => Path.Combine(Folder, "installguard.lock.json");

    /// <summary>The lock's text; empty when there is no lock.</summary>
    public string Lock => File.Exists(LockPath) ? File.ReadAllText(LockPath) : "";

    /// <summary>Writes the lock, as a team member committed it.</summary>
    public void CommitLock(string text) => sandbox.WriteFile(Path.Combine(Name, Path.GetFileName(LockPath)), text);

    /// <summary>Moves the project to a version of its package, and restores it under guard.</summary>
    /// <remarks>On a later day: NuGet's HTTP cache holds a list of versions for half an hour, and new ones stay unseen.</remarks>
    public Task<ProcessResult> RestoreAsync(string version)
    {
        Empty(sandbox.HttpCache);
        _ = sandbox.WriteProject(Name, (id, version));
        return RunAsync("restore");
    }

    /// <summary>Runs <c>installguard</c> in the project's folder.</summary>
    public Task<ProcessResult> RunAsync(params string[] arguments) => sandbox.GuardAsync(Folder, arguments);

    /// <summary>Forgets every package that was restored. Lock and ledger stay.</summary>
    public void EmptyPackages()
    {
        Empty(sandbox.Packages);
        Empty(Path.Combine(Folder, "obj"));
    }

    /// <summary>The version goes through, and nothing is said or written about it.</summary>
    public async Task AssertMatchesAsync(string version)
    {
        var before = LockBytes();
        var result = await RestoreAsync(version);
        AssertCodes(result, Clean, []);
        AssertExtracted(version, result);
        CollectionAssert.AreEqual(before, LockBytes(), "the lock of a package that matches its pin does not change");
    }

    /// <summary>The version goes through and is recorded, and these codes, and no others, are in the output.</summary>
    public async Task<ProcessResult> AssertRecordsAsync(string version, params string[] codes)
    {
        var before = Lock;
        var result = await RestoreAsync(version);
        AssertCodes(result, Clean, codes);
        AssertExtracted(version, result);
        Assert.AreNotEqual(before, Lock, result.ToString());
        return result;
    }

    /// <summary>
    /// The version is refused with these codes and no others; nothing new is below the packages folder, and the lock is
    /// as it was.
    /// </summary>
    public async Task<ProcessResult> AssertRefusedAsync(string version, params string[] codes)
    {
        var (lockBefore, filesBefore) = (LockBytes(), Sandbox.FilesBelow(sandbox.Packages));
        var result = await RestoreAsync(version);
        AssertCodes(result, Blocked, codes);
        Assert.Contains($"error {codes[0]}: {id} {version}: ", result.Error);
        Assert.IsEmpty(sandbox.Extracted(id, version), "files of a blocked version");
        CollectionAssert.AreEqual(filesBefore.ToList(), Sandbox.FilesBelow(sandbox.Packages).ToList(), "files below the packages folder");
        Assert.IsEmpty(Directory.EnumerateFiles(sandbox.Root, "escaped*", SearchOption.AllDirectories), "files outside of the package's folder");
        CollectionAssert.AreEqual(lockBefore, LockBytes(), "the lock");
        return result;
    }

    private static void AssertCodes(ProcessResult result, int exitCode, IEnumerable<string> expected)
    {
        Assert.AreEqual(exitCode, result.ExitCode, result.ToString());
        var found = Codes().Matches(result.Output + result.Error).Select(match => match.Value).Distinct();
        Assert.AreEqual(
            string.Join(' ', expected.Order(StringComparer.Ordinal)), string.Join(' ', found.Order(StringComparer.Ordinal)), result.ToString());
    }

    private void AssertExtracted(string version, ProcessResult result) =>
        Assert.Contains($"{id.ToLowerInvariant()}.nuspec", sandbox.Extracted(id, version), result.ToString());

    private static void Empty(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        _ = Directory.CreateDirectory(folder);
    }

    private byte[] LockBytes() => File.Exists(LockPath) ? File.ReadAllBytes(LockPath) : [];

    [GeneratedRegex("IG[0-9]{4}")]
    private static partial Regex Codes();
}
