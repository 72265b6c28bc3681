namespace InstallGuard.EndToEnd.Sdk;

/// <summary>A Dockerfile copies some files, restores, copies all others and builds: what the first layer did must not speak for the second.</summary>
[TestClass]
public sealed class ContainerLayerTests
{
    [TestMethod]
    public async Task What_was_restored_without_the_lock_is_not_built_with_it()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var reviewed = repository.Lock!;
        File.Delete(repository.LockPath);
        repository.Project("app", "2.0.0");
        var layer = await repository.DotNetAsync("restore", "app");
        Assert.AreEqual(0, layer.ExitCode, layer.ToString());
        await File.WriteAllTextAsync(repository.LockPath, reviewed);

        var published = await repository.DotNetAsync("publish", "app", "--no-restore");
        var restored = await repository.DotNetAsync("restore", "app");

        Assert.AreNotEqual(0, published.ExitCode, published.ToString());
        Assert.Contains("IG3006: the packages of this project were checked against another lock", published.Output, published.ToString());
        Assert.Contains("copy the lock file before the restore", published.Output, published.ToString());
        Assert.IsFalse(File.Exists(repository.Trace), "a target of a package that the lock blocks ran");
        Assert.AreNotEqual(0, restored.ExitCode, restored.ToString());
        Assert.Contains("IG1020: Contoso.Json 2.0.0", restored.Output, restored.ToString());
    }

    [TestMethod]
    public async Task What_was_restored_with_the_lock_is_built_whatever_else_it_says_by_then()
    {
        await using var repository = await GuardedRepository.WithLockAsync();
        var layer = await repository.DotNetAsync("restore", "app");
        Assert.AreEqual(0, layer.ExitCode, layer.ToString());

        // Copied over by the next layer, where git has written other line ends.
        await File.WriteAllTextAsync(repository.LockPath, repository.Lock!.ReplaceLineEndings("\r\n"));
        var built = await repository.DotNetAsync("build", "app", "--no-restore");

        Assert.AreEqual(0, built.ExitCode, built.ToString());
    }
}
