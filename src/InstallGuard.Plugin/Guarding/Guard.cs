using System.Collections.Concurrent;
using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Session;
using InstallGuard.Checking;
using InstallGuard.Identity;
using InstallGuard.Policies;
using InstallGuard.Reports;
using InstallGuard.Text;

namespace InstallGuard.Plugin.Guarding;

/// <summary>
/// Gets packages for the client: downloads each once, looks at it while it is nothing but a file, and installs it only
/// when it passes.
/// </summary>
internal sealed class Guard(GuardParts parts, FeedSources feeds, IClientLog log, Journal journal)
{
    /// <summary>How long one download may take.</summary>
    public static readonly TimeSpan LongestDownload = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<(string Source, Package Package), Lazy<Task<PackageOutcome>>> _outcomes = new();
    private readonly ConcurrentDictionary<string, Package> _saidCauses = new(StringComparer.Ordinal);

    /// <summary>Downloads, looks, decides and installs, once for each source and package.</summary>
    public Task<PackageOutcome> PrefetchAsync(string source, Package package, CancellationToken cancel) =>
        _outcomes.GetOrAdd((source, package), _ => new(() => FetchAsync(source, package, cancel))).Value;

    /// <summary>
    /// Fetches those versions that the restore only downloads (PackageDownload). The client asks which versions there
    /// are, and then goes straight on to install: this is the last moment to do it first.
    /// </summary>
    public async Task PrefetchDownloadsAsync(string source, string id, IReadOnlyList<string> versions, CancellationToken cancel)
    {
        var offered = versions.Select(text => PackageVersion.TryParse(text, out var version) ? version : null).ToHashSet();
        foreach (var package in parts.Downloads.Where(p => p.Id == PackageId.Parse(id) && offered.Contains(p.Version)))
        {
            await PrefetchAsync(source, package, cancel);
        }
    }

    /// <summary>What became of a package that was asked for; null when it never was.</summary>
    public async Task<PackageOutcome?> OutcomeOfAsync(string source, Package package) =>
        _outcomes.TryGetValue((source, package), out var known) ? await known.Value : null;

    /// <summary>Refuses every later request about a package: the client went past us with it.</summary>
    public void RefuseFromNowOn(string source, Package package) =>
        _outcomes[(source, package)] = new(() => Task.FromResult(PackageOutcome.Blocked));

    /// <summary>Where packages are installed to.</summary>
    public InstalledPackages Installed => parts.Installed;

    private async Task<PackageOutcome> FetchAsync(string source, Package package, CancellationToken cancel)
    {
        // Installed by somebody else in the meantime. The gate looks at it at the end of the restore.
        if (parts.Installed.Contains(package))
        {
            return PackageOutcome.Installed;
        }

        if (parts.LockProblem is { } unreadable)
        {
            var problem = RestoreProblem.LockUnreadable(unreadable, package);
            var isSaid = !_saidCauses.TryAdd(problem.Rule.Code, package);
            journal.Add(new(JournalEntry.Blocked, package.ToString(), Verdict: VerdictKind.Reject.ToString(), Text: isSaid ? null : RestoreMessage.Text(problem)));
            await log.ErrorAsync(isSaid ? SharedCause.Again(problem.Rule, package) : $"{problem.Rule.Code}: {RestoreMessage.Line(problem)}", cancel);
            return PackageOutcome.Blocked;
        }

        var feed = feeds.At(source);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(LongestDownload);
        try
        {
            return await InstallAsync(feed, package, deadline.Token);
        }
        catch (Exception failed) when (!cancel.IsCancellationRequested)
        {
            // Whatever went wrong, nothing was decided: say so, and keep the package out.
            var because = failed is OperationCanceledException
                ? $"{Quoted.Address(feed.Name)}: the download did not end within {LongestDownload.TotalMinutes} minutes"
                : Visible.Text(failed.Message);
            return await BlockAsync(parts.Failed(package, feed.Name, because), cancel);
        }
    }

    private async Task<PackageOutcome> InstallAsync(PackageFeed feed, Package package, CancellationToken cancel)
    {
        var isThere = true;
        CheckedPackage? seen = null;
        async Task<bool> Fill(Stream stream)
        {
            isThere = await feed.DownloadAsync(package, stream, cancel);
            if (!isThere)
            {
                return false;
            }

            seen = await parts.CheckAsync(package, feed, stream, cancel);
            return seen.Passes;
        }

        var outcome = await parts.Installed.InstallAsync(package, feed.Source, Fill, cancel);
        if (seen is { Passes: false })
        {
            return await BlockAsync(seen, cancel);
        }

        if (outcome is InstallOutcome.Refused)
        {
            return isThere
                ? await BlockAsync(parts.Failed(package, feed.Name, "the package could not be installed"), cancel)
                : await BlockAsync(parts.Failed(package, feed.Name, $"{Quoted.Address(feed.Name)} lists the package and does not have it"), cancel);
        }

        // What another process installed is for the gate to bind.
        if (outcome is InstallOutcome.Installed && seen is not null)
        {
            parts.Bind(seen);
        }

        journal.Add(new(JournalEntry.Installed, package.ToString(), feed.Name, parts.Installed.Folder));
        return PackageOutcome.Installed;
    }

    private async Task<PackageOutcome> BlockAsync(CheckedPackage one, CancellationToken cancel)
    {
        var isSaid = SharedCause.KeyOf(one) is { } cause && !_saidCauses.TryAdd(cause, one.Package);
        journal.Add(new(
            JournalEntry.Blocked, one.Package.ToString(), one.Source, Verdict: one.Verdict.Kind.ToString(), Text: isSaid ? null : PackageMessage.Text(one)));
        await log.ErrorAsync(isSaid ? SharedCause.Again(one) : PackageMessage.Line(one), cancel);
        return PackageOutcome.Blocked;
    }
}
