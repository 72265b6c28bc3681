using System.Collections.Immutable;
using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Plugin.Guarding;

/// <summary>The engine of one plugin process: the lock as it was when the restore began, the ledger, the reader.</summary>
internal sealed class GuardParts(
    Lazy<InstalledPackages> installed,
    Func<RestoreGraph?> graph,
    FeedReaders readers,
    Lazy<LockReading> locked,
    IEvidenceCache cache,
    IInstallations installations,
    ISightings sightings,
    IRefusals refusals,
    ILockHistory history,
    Policy policy,
    TimeProvider clock)
{
    public InstalledPackages Installed => installed.Value;

    /// <summary>The packages that the restore only downloads.</summary>
    public IReadOnlyList<Package> Downloads => graph()?.Downloads ?? [];

    /// <summary>Why the lock cannot be read; null when it can. Then nothing may pass.</summary>
    public string? LockProblem => (locked.Value as LockReading.Unreadable)?.Problem;

    /// <summary>
    /// Does what the first package would have to wait for, while the client is still making up its mind. What fails here
    /// fails again when it is needed, and is said then.
    /// </summary>
    public void Prepare()
    {
        try
        {
            _ = locked.Value;
            _ = Downloads;
            var nobody = new Package(PackageId.Parse("InstallGuard.Sdk"), PackageVersion.Parse("0.0.0"));
            _ = Installed.Contains(nobody);
            _ = sightings.Of(nobody);
            readers.Prepare();
            _ = history.Base;
        }
#pragma warning disable CA1031 // Nothing is decided here.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>Looks at a downloaded package and decides. Nothing of it has been extracted yet.</summary>
    public async Task<CheckedPackage> CheckAsync(Package package, PackageFeed feed, Stream bytes, CancellationToken cancel)
    {
        var (reader, announced) = await readers.ForAsync(feed).WaitAsync(cancel);

        // What comes through the plugin comes over HTTP.
        var check = new PackageCheck(reader, cache, sightings, history, policy, clock, FeedIdentity.Of) { IsNamedBySdk = IsNamedBySdk };
        var one = check.Check(package, feed.Name, bytes, announced, PinsOf(package.Id), cancel);
        Remember(one, reader.Trust);
        return one;
    }

    /// <summary>Remembers that a package was installed from the bytes that were looked at.</summary>
    public void Bind(CheckedPackage one)
    {
        try
        {
            if (one.Evidence is { } evidence && ResolvedPackage.In([Installed.Folder], one.Package).Installation() is { } installation)
            {
                installations.Keep([new(installation, evidence.Contents.Hash, one.Source)]);
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Then the gate compares it.
        }
    }

    /// <summary>A package that could not be got at.</summary>
    public CheckedPackage Failed(Package package, string source, string because)
    {
        var look = new Look.Failed(because);
        var verdict = Decide.For(package, PinsOf(package.Id), look, []);
        return new(package, source, look, verdict, policy.For(verdict.Kind));
    }

    // Without a host nobody asked MSBuild.
    private bool IsNamedBySdk(Package package) => graph()?.IsNamedBySdk(package) ?? false;

    private ImmutableArray<Pin> PinsOf(PackageId id) =>
        locked.Value is LockReading.Read read ? read.Document.PinsOf(id) : [];

    private void Remember(CheckedPackage one, Sha256Digest trust)
    {
        if (one.Look is Look.Seen seen)
        {
            if (one.Passes)
            {
                cache.Keep([seen.Evidence], trust);
            }
            else
            {
                Remember(Refusal.Of(one, clock.GetUtcNow()));
            }
        }
    }

    private void Remember(Refusal? refusal)
    {
        try
        {
            refusals.Remember(refusal is null ? [] : [refusal]);
        }
        catch (LedgerException)
        {
            // What is blocked stays blocked and is shown. Without this memory it cannot be accepted, which is said there.
        }
    }
}
