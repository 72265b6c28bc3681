using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Sdk;

/// <summary>InstallGuard's own package, which a team first has in a folder and then on its feed.</summary>
[TestClass]
public sealed class OwnPackageTests
{
    [TestMethod]
    public async Task Own_package_may_come_from_another_feed_and_no_other_file_may_have_its_version()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var before = repository.Lock;
        var sdk = await File.ReadAllBytesAsync(Guarded.PackedSdk);
        repository.Sandbox.SetVariable("CI", "true");

        Offer(repository, sdk);
        _ = (await repository.DotNetAsync("restore", "app")).EndsWith(0);

        Offer(repository, Tampering.EntryAdded(sdk));
        var other = await repository.DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, other.ExitCode, other.ToString());
        Assert.Contains("IG2010: InstallGuard.Sdk", other.Output, other.ToString());
        Assert.Contains("(in the lock)", other.Output, other.ToString());
        Assert.AreEqual(before, repository.Lock);
    }

    private static void Offer(GuardedRepository repository, byte[] sdk)
    {
        _ = repository.Feed.Add(sdk);
        repository.Sandbox.WriteNuGetConfig([SandboxSource.Of(repository.Feed)]);
        Directory.Delete(repository.Sandbox.Packages, recursive: true);
        if (Directory.Exists(repository.Sandbox.HttpCache))
        {
            Directory.Delete(repository.Sandbox.HttpCache, recursive: true);
        }
    }
}
