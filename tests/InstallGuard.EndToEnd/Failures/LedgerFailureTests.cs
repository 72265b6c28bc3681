namespace InstallGuard.EndToEnd.Failures;

/// <summary>The ledger is only a memory: without it the lock still holds. Unless it cannot be used at all.</summary>
[TestClass]
public sealed class LedgerFailureTests
{
    [TestMethod]
    public async Task Damaged_ledger_is_moved_aside_with_a_warning_and_the_restore_passes()
    {
        await using var scene = await DamagedBeforeAsync(Given.Package("Contoso.Json", "1.1.0"));
        var before = scene.Lock;

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(0, "is damaged", "ledger.db.damaged-");
        Assert.AreEqual(before, scene.Lock);
        scene.Has("Contoso.Json", "1.1.0");
        _ = (await scene.RestoreAsync()).EndsWith(0).Without("is damaged");
    }

    [TestMethod]
    public async Task Damaged_ledger_does_not_keep_the_lock_from_blocking()
    {
        await using var scene = await DamagedBeforeAsync(Given.PackageOfAnother("Contoso.Json", "1.1.0"));
        var before = scene.Lock;

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(3, "IG1020", "Fabrikam Ltd");
        scene.HasNothingOf("Contoso.Json", "1.1.0");
        Assert.AreEqual(before, scene.Lock);
    }

    [TestMethod]
    public async Task Ledger_that_is_a_folder_stops_the_restore()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        _ = Directory.CreateDirectory(scene.LedgerPath);

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG3001", scene.LedgerPath);
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
    }

    [TestMethod]
    public async Task Ledger_whose_folder_is_a_file_stops_the_restore()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        await File.WriteAllTextAsync(Path.GetDirectoryName(scene.LedgerPath)!, "");

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG3001", scene.LedgerPath);
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
    }

    // Version 1.0.0 is pinned, and the project has moved to the next one when the ledger is damaged.
    private static async Task<Scene> DamagedBeforeAsync(byte[] next)
    {
        var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"), next);
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        _ = (await scene.RestoreAsync()).EndsWith(0);
        _ = scene.Project(("Contoso.Json", "1.1.0"));
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(scene.LedgerPath)!, "ledger.db-*"))
        {
            File.Delete(file);
        }

        await File.WriteAllTextAsync(scene.LedgerPath, string.Concat(Enumerable.Repeat("no database ", 1000)));
        return scene;
    }
}
