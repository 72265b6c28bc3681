using System.Text.RegularExpressions;
using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>A change that brings a package of somebody else, and a lock that was made to fit.</summary>
[TestClass]
public sealed partial class LockEditTests
{
    [TestMethod]
    public async Task Owner_who_was_written_into_the_lock_in_the_same_change_blocks_the_restore()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"));
        using var repository = Reviewed(scene);
        scene.Project.CommitLock(scene.Project.Lock.Replace("\"alice\"", "\"alice\",\n          \"mallory\"", StringComparison.Ordinal));

        var result = await scene.AssertRefusedAsync(scene.RepositorySigned("2.0.0", "alice", "mallory"), "IG5002");

        Assert.Contains("before: repository", result.Error);
        Assert.Contains("owners alice (since 1.0.0, in main)", result.Error);
    }

    [TestMethod]
    public async Task Pin_that_was_taken_out_in_the_same_change_blocks_the_restore()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"));
        using var repository = Reviewed(scene);
        repository.Git("checkout", "--quiet", "-b", "work");
        repository.Commit("installguard.lock.json", "{\n  \"version\": 1,\n  \"packages\": {}\n}\n");

        _ = await scene.AssertRefusedAsync(scene.RepositorySigned("2.0.0", "mallory"), "IG5002");
    }

    [TestMethod]
    public async Task Later_day_of_signing_in_the_same_change_excuses_no_lost_author()
    {
        await using var scene = await Scene.OpenAsync();
        _ = scene.Feed.Add(scene.Signed("2.0.0", "alice"));
        _ = await scene.Project.AssertRecordsAsync("2.0.0");
        using var repository = Reviewed(scene);
        scene.Project.CommitLock(FirstUse().Replace(scene.Project.Lock, "\"signed\": \"2025-06-02\", \"noticed\": { \"change\": \"owners-removed\", \"on\": \"2026-11-27\" }"));
        _ = scene.Feed.Add(TestPackage.RepositorySigned(scene.Unsigned("1.9.9"), scene.Repository, scene.Feed.Index, ["alice"], new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero)));

        _ = await scene.Project.AssertRefusedAsync("1.9.9", "IG5002");
    }

    [TestMethod]
    public async Task Change_that_was_accepted_on_a_branch_is_no_weakening()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"));
        using var repository = Reviewed(scene);
        _ = await scene.AssertRefusedAsync(scene.RepositorySigned("2.0.0", "contoso"), "IG1032");

        Assert.AreEqual(0, (await scene.Project.RunAsync("accept", Scene.Id, "--reason", "moved to the company's account")).ExitCode);

        await scene.Project.AssertMatchesAsync("2.0.0");
    }

    [TestMethod]
    public async Task Update_that_was_merged_can_be_reverted()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"));
        using var repository = Reviewed(scene);
        _ = await scene.AssertRefusedAsync(scene.RepositorySigned("2.0.0", "contoso"), "IG1032");
        Assert.AreEqual(0, (await scene.Project.RunAsync("accept", Scene.Id, "--reason", "moved to the company's account")).ExitCode);
        repository.Commit();
        repository.Git("checkout", "--quiet", "-b", "work");
        repository.Revert();

        await scene.Project.AssertMatchesAsync("1.0.0");
    }

    [TestMethod]
    public async Task Branch_that_must_be_compared_with_and_is_not_there_is_doubt()
    {
        await using var scene = await Scene.OpenAsync(s => s.RepositorySigned("1.0.0", "alice"));
        using var repository = Reviewed(scene);
        scene.SetVariable("INSTALLGUARD_BASE", "origin/nowhere");

        var result = await scene.Project.RestoreAsync("1.0.0");

        Assert.AreEqual(4, result.ExitCode, result.ToString());
        Assert.Contains("git does not know origin/nowhere, which INSTALLGUARD_BASE names", result.Output + result.Error);
    }

    private static GitRepository Reviewed(Scene scene)
    {
        var repository = new GitRepository(scene.Project.Folder);
        repository.Write(".gitignore", "obj/\nbin/\n");
        repository.Commit();
        return repository;
    }

    [GeneratedRegex("\"signed\": \"[0-9-]+\",\\s+\"firstUse\": \"[0-9-]+\"")]
    private static partial Regex FirstUse();
}
