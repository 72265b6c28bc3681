using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Failures;

/// <summary>Several restores at once, and restores that are killed.</summary>
[TestClass]
public sealed class ConcurrencyTests
{
    [TestMethod]
    [DataRow(2)]
    [DataRow(5)]
    public async Task Restores_at_once_that_share_lock_and_ledger_and_packages_lose_nothing(int count)
    {
        var numbers = Enumerable.Range(1, count).ToList();
        await using var scene = await Scene.CreateAsync(
        [
            Given.Package("Contoso.Shared", "1.0.0"),
            .. numbers.Select(number => Given.Package($"Contoso.Part{number}", "1.0.0")),
        ]);
        var shared = Path.Combine(scene.Sandbox.Work, "installguard.lock.json");
        scene.Sandbox.SetVariable("INSTALLGUARD_LOCK", shared);
        var folders = numbers
            .Select(number => scene.Sandbox.WriteProject($"app{number}", ($"Contoso.Part{number}", "1.0.0"), ("Contoso.Shared", "1.0.0")))
            .Select(project => Path.GetDirectoryName(project)!)
            .ToList();

        var results = await Task.WhenAll(folders.Select(folder => scene.GuardAsync(Guarded.Installed, folder, ["restore"])));

        var recorded = await File.ReadAllTextAsync(shared);
        foreach (var (number, result) in numbers.Zip(results))
        {
            _ = result.EndsWith(0);
            Assert.Contains($"\"Contoso.Part{number}\"", recorded);
            scene.Has($"Contoso.Part{number}", "1.0.0");
        }

        Assert.Contains("\"Contoso.Shared\"", recorded);
        var again = await Task.WhenAll(folders.Select(folder => scene.GuardAsync(Guarded.Installed, folder, ["restore", "--locked"])));
        foreach (var result in again)
        {
            _ = result.EndsWith(0, "no publisher changed");
        }

        Assert.AreEqual(recorded, await File.ReadAllTextAsync(shared));
    }

    [TestMethod]
    public async Task Restores_at_once_of_one_project_both_pass()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));

        // Two restores of one project write the same obj folder, which NuGet itself guards.
        var results = await Task.WhenAll(scene.RestoreAsync(), scene.RestoreAsync());

        foreach (var result in results)
        {
            _ = result.EndsWith(0);
        }

        Assert.Contains("\"Contoso.Json\"", scene.Lock!);
    }

    [TestMethod]
    public async Task Restore_that_is_killed_anywhere_leaves_a_whole_lock_and_the_next_one_is_clean()
    {
        var names = Enumerable.Range(1, 6).Select(number => $"Contoso.Part{number}").ToList();
        await using var scene = await Scene.CreateAsync([.. names.Select(name => Given.Package(name, "1.0.0"))]);
        var seed = Environment.TickCount;
        Console.WriteLine($"seed {seed}");
        var random = new Random(seed);
        string? before = null;
        for (var i = 0; i < names.Count; i++)
        {
            // The moment differs from run to run; the seed says which it was.
            _ = scene.Project([.. names.Take(i + 1).Select(name => (name, "1.0.0"))]);
            using var kill = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(300, 2500)));
            try
            {
                _ = await scene.GuardAsync(Guarded.Installed, scene.Folder, ["restore"], kill.Token);
            }
            catch (OperationCanceledException)
            {
                Console.WriteLine($"killed {i + 1}");
            }

            var after = scene.Lock;
            Assert.IsTrue(after is null || after.EndsWith("}\n", StringComparison.Ordinal), after);
            Assert.IsTrue(before is null || after is not null, "the lock was lost");
            before = after;
        }

        _ = (await scene.RestoreAsync()).EndsWith(0).Without("is damaged");
        foreach (var name in names)
        {
            Assert.Contains($"\"{name}\"", scene.Lock!);
            scene.Has(name, "1.0.0");
        }

        _ = (await scene.RestoreAsync("--locked")).EndsWith(0, "6 packages checked, no publisher changed");
        Assert.DoesNotContain(
            file => file.EndsWith(".tmp", StringComparison.Ordinal),
            Sandbox.FilesBelow(scene.Folder).Where(file => !file.StartsWith("obj/", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task Restore_that_is_killed_while_it_downloads_leaves_nothing_extracted()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Feed.Misbehave(".nupkg", new FeedFault.Slow(64, TimeSpan.FromSeconds(5)));
        using var kill = new CancellationTokenSource();

        var restoring = scene.GuardAsync(Guarded.Installed, scene.Folder, ["restore"], kill.Token);
        await Until.True(() => scene.Feed.Requests.Any(request => request.Path.EndsWith(".nupkg", StringComparison.Ordinal)), "the package is asked for", restoring);
        await kill.CancelAsync();
        _ = await Assert.ThrowsAsync<OperationCanceledException>(() => restoring);

        scene.HasNothingButAnEmptyDraftOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
        scene.Feed.Behave();
        scene.Feed.Release();
        _ = (await scene.RestoreAsync()).EndsWith(0, "Contoso.Json 1.0.0");
        scene.Has("Contoso.Json", "1.0.0");
    }
}
