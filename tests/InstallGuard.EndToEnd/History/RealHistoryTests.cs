using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.History;

/// <summary>What really happened to well-known packages, restored from the machine's own package source.</summary>
[TestClass]
public sealed class RealHistoryTests
{
    private const string Reason = "moved to the project's own account";

    [TestMethod]
    public async Task Autofac_with_replaced_owners_is_blocked_until_it_is_accepted()
    {
        await Genuine.NeedSourceAsync();
        await using var sandbox = Sandbox.CreateWithDefaultSources();

        var first = await sandbox.RestoreAsync("Autofac", "4.8.1");
        Assert.AreEqual(0, first.ExitCode, first.ToString());
        var pinned = await sandbox.LockAsync();
        Assert.Contains("\"alexmg\"", pinned);

        var next = await sandbox.RestoreAsync("Autofac", "4.9.4");
        Assert.AreEqual(3, next.ExitCode, next.ToString());
        Assert.Contains("error IG1032: Autofac 4.9.4: ", next.Error);
        Assert.Contains("pinned: repository nuget.org, owners alexmg, nblumhardt, tillig (since 4.8.1)", next.Error);
        Assert.Contains("now: repository nuget.org, owners Autofac", next.Error);
        Assert.IsEmpty(sandbox.Extracted("Autofac", "4.9.4"));
        Assert.AreEqual(pinned, await sandbox.LockAsync());

        var accepted = await sandbox.GuardAsync(sandbox.Folder(), "accept", "Autofac", "--reason", Reason);
        Assert.AreEqual(0, accepted.ExitCode, accepted.ToString());
        var recorded = await sandbox.LockAsync();
        Assert.Contains("\"alexmg\"", recorded);
        Assert.Contains("\"since\": \"4.9.4\"", recorded);
        Assert.Contains("\"change\": \"owners-replaced\"", recorded);
        Assert.Contains($"\"reason\": \"{Reason}\"", recorded);

        var again = await sandbox.RestoreAsync("Autofac", "4.9.4");
        Assert.AreEqual(0, again.ExitCode, again.ToString());
        Assert.Contains("autofac.nuspec", sandbox.Extracted("Autofac", "4.9.4"));
        Assert.AreEqual(recorded, await sandbox.LockAsync());
    }

    [TestMethod]
    public async Task Newtonsoft_Json_with_an_added_owner_passes_with_a_notice()
    {
        await Genuine.NeedSourceAsync();
        await using var sandbox = Sandbox.CreateWithDefaultSources();

        var first = await sandbox.RestoreAsync("Newtonsoft.Json", "12.0.3");
        Assert.AreEqual(0, first.ExitCode, first.ToString());
        Assert.DoesNotContain("dotnetfoundation", await sandbox.LockAsync());

        var next = await sandbox.RestoreAsync("Newtonsoft.Json", "13.0.3");
        Assert.AreEqual(0, next.ExitCode, next.ToString());
        Assert.Contains("warning IG1030: Newtonsoft.Json 13.0.3: ", next.Output);
        Assert.Contains("owners jamesnk, newtonsoft (since 12.0.3)", next.Output);
        Assert.Contains("owners dotnetfoundation, jamesnk, newtonsoft", next.Output);
        var recorded = await sandbox.LockAsync();
        Assert.Contains("\"since\": \"13.0.3\"", recorded);
        Assert.Contains("\"noticed\": {", recorded);
        Assert.Contains("\"change\": \"owners-added\"", recorded);

        var again = await sandbox.RestoreAsync("Newtonsoft.Json", "13.0.3");
        Assert.AreEqual(0, again.ExitCode, again.ToString());
        Assert.DoesNotContain("IG1030", again.Output + again.Error);
        Assert.AreEqual(recorded, await sandbox.LockAsync());
    }
}
