namespace InstallGuard.Core.Tests.Given;

/// <summary>Compares a lock with the one that was reviewed, and says what is expected of that.</summary>
internal static class Edited
{
    public static void Weakened(Pin[] before, Pin[] now, params Pin[][] earlier)
    {
        var change = LockComparison.Between(now, Memory(before) with { Earlier = () => earlier });
        Assert.AreEqual("lock-weakened", change?.Rule.Slug);
        Assert.AreNotEqual(change!.Pinned, change.Seen);
    }

    public static void Same(Pin[] before, Pin[] now, params Pin[][] earlier) =>
        Assert.IsNull(LockComparison.Between(now, Memory(before) with { Earlier = () => earlier }));

    public static LockMemory Memory(Pin[] before) => new(before, "origin/main", []);

    /// <summary>A pin that names a change as a restore does.</summary>
    public static Pin Noticed(string since, string change, ProvenanceIdentity? build = null, AuthorIdentity? author = null, RepositoryIdentity? repository = null) =>
        new(PackageVersion.Parse(since), new(build, author, repository), new PinOrigin.Noticed(change, new(2026, 11, 21)));
}
