using InstallGuard.Adapters.Packages;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Storage;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;

namespace InstallGuard.Adapters.Session;

/// <summary>Core's ports, put together for one process.</summary>
public sealed class GuardEngine : IDisposable
{
    private readonly LedgerDatabase _ledger;
    private readonly EvidenceInLedger _evidence;
    private readonly GuardSettings _settings;
    private readonly TimeProvider _clock;
    private readonly Lazy<PackageReader> _reader;

    /// <summary>Puts it together. Nothing is opened before it is needed.</summary>
    /// <param name="settings">Where lock and ledger are.</param>
    /// <param name="sdk">Where the trusted roots are.</param>
    /// <param name="clock">The present.</param>
    /// <param name="warn">Takes warnings about the ledger, on any thread.</param>
    public GuardEngine(GuardSettings settings, DotNetSdk sdk, TimeProvider clock, Action<string> warn)
    {
        (_settings, _clock) = (settings, clock);
        _ledger = new(settings.LedgerPath, clock, warn);
        _evidence = new(_ledger);
        FeedOf = new RepositoryFeeds(settings.Root).Of;
        LockFile = new LockFileOnDisk(settings.LockPath, settings.GateFolder, clock);
        Installations = new InstallationsInLedger(_ledger);
        Sightings = new SightingsInLedger(_ledger);
        Refusals = new RefusalsInLedger(_ledger, settings.LockPath);
        History = LockAtMergeBase.Of(settings);
        Repositories = new RepositoryMemoryInLedger(_ledger);
        _reader = new(() => new(TrustedRoots.Of(sdk.Folder, settings.TrustedRoots), Repositories.Recall()));
    }

    /// <summary>The lock.</summary>
    public ILockFile LockFile { get; }

    /// <summary>Earlier states of the lock.</summary>
    public ILockHistory History { get; }

    /// <summary>What is bound to its package.</summary>
    public IInstallations Installations { get; }

    /// <summary>What this machine has seen.</summary>
    public ISightings Sightings { get; }

    /// <summary>What was shown and not let through.</summary>
    public IRefusals Refusals { get; }

    /// <summary>What feeds announced.</summary>
    public IRepositoryMemory Repositories { get; }

    /// <summary>Which feed a source is.</summary>
    public Func<string, Identity.FeedIdentity?> FeedOf { get; }

    /// <summary>Package bytes → evidence.</summary>
    public IPackageReader Reader => _reader.Value;

    /// <summary>Checks single packages.</summary>
    public PackageCheck PackageCheck => new(Reader, _evidence, Sightings, History, _settings.Policy, _clock, FeedOf);

    /// <summary>Checks a whole restore.</summary>
    /// <param name="graph">What the restore is about.</param>
    public RestoreCheck RestoreCheckOf(Workspace.RestoreGraph graph)
    {
        // Asking git takes as long as looking at the packages, and both can be done at once.
        _ = Task.Run(() => History.Base);
        var packages = new PackageCheck(Reader, _evidence, Sightings, History, _settings.Policy, _clock, FeedOf) { IsNamedBySdk = graph.IsNamedBySdk };
        return new(packages, Installations, LockFile, _evidence, Sightings, Refusals, _settings.Policy, Reader.Trust, _clock);
    }

    /// <summary>
    /// Begins, beside other work, what every check begins with: to ask git for the lock that was reviewed, and to open the
    /// ledger. What fails here fails again where it is needed, and is said there.
    /// </summary>
    // Not the reader: the plugin may still learn from a feed which certificates are a repository's.
    public void Prepare()
    {
        _ = Task.Run(() => History.Base);
        _ = Task.Run(Repositories.Recall);
    }

    /// <summary>The latest evidence that is remembered about a version; null when there is none.</summary>
    public Evidence.VerifiedEvidence? Remembered(Identity.Package package) => _evidence.FindLatest(package, Reader.Trust);

    /// <inheritdoc/>
    public void Dispose() => _ledger.Dispose();
}
