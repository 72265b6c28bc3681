using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Ledger;
using InstallGuard.Reports;
using Microsoft.Build.Framework;

namespace InstallGuard.Sdk;

/// <summary>
/// After NuGet has restored: looks at everything that it resolved, wherever it came from, and fails the restore when
/// anything of it is blocked. It ends at once when all is as it was at the last clean check. A restore that has logged an error
/// by then has failed: what it left is looked at as well, and nothing of it is recorded or built.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckRestore : GuardTask
{
    /// <summary>Where the command line wants the graph, when it is the command line that restores.</summary>
    public string OutsideGraph { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (GuardedProcess.IsGuardedFromOutside(OutsideGraph))
        {
            return true;
        }

        if (((IBuildEngine4)BuildEngine).UnregisterTaskObject(PendingRestore.KeyOf(Target), RegisteredTaskObjectLifetime.Build) is not PendingRestore restore)
        {
            Log.Problem(RestoreProblem.BegunUnguarded());
            return false;
        }

        // MSBuild fails the restore by itself, when all that belongs to it has run.
        var hasFailed = !restore.BeganAfterErrors && LoggedErrors.Of(BuildEngine);
        restore.IsChecked = !hasFailed;
        using (restore)
        {
            var clean = false;
            try
            {
                clean = hasFailed
                    ? Look(restore, RestoredPackages.Of(restore.Graph, restore.Session.Installed()), records: false) is not null
                    : IsAsItWas(restore) || Check(restore);
                return clean;
            }
            catch (LockFormatException unreadable)
            {
                Log.Problem(RestoreProblem.LockUnreadable(unreadable.Message));
            }
            catch (Exception failed) when (failed is LedgerException or IOException or UnauthorizedAccessException or InvalidDataException or DotNetSdkNotFoundException)
            {
                Log.Problem(GuardFailure.Of(failed));
            }
            finally
            {
                if (restore.IsChecked)
                {
                    WarnOfLedger(restore);
                }

                if (!clean && TakenAway.Line(restore.TakeAway(evenChecked: true)) is { } line)
                {
                    Log.Notice(line);
                }
            }

            return false;
        }
    }

    private void WarnOfLedger(PendingRestore restore)
    {
        try
        {
            foreach (var warning in restore.LedgerWarnings)
            {
                Log.Warning(RuleCatalog.WithoutLedger.Code, Visible.Text(warning));
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            // The check has read the journal too, and has failed over it.
        }
    }

    private static bool IsAsItWas(PendingRestore restore)
    {
        if (restore.Session.Journal().Count > 0)
        {
            return false;
        }

        return restore.Stamp.IsCurrent() && (CheckedMark.AreOf(restore.Graph.Projects.Select(project => project.AssetsPath), restore.LockPath) || AreMarked(restore));
    }

    // The marks went with obj, or are about another lock. What they are about is read before it is compared with what was checked.
    private static bool AreMarked(PendingRestore restore)
    {
        var marks = CheckedMark.Of(RestoredPackages.Of(restore.Graph, []));
        var against = restore.Engine.LockFile.Read();
        if (!restore.Stamp.IsCurrent())
        {
            return false;
        }

        CheckedMark.WriteMissing(marks, against, restore.LockPath);
        return true;
    }

    private bool Check(PendingRestore restore)
    {
        var graph = restore.Graph;
        var assets = graph.Projects.Select(project => project.AssetsPath).ToList();
        var lockPath = restore.LockPath;
        var lockBefore = Stamp.Take([lockPath]);
        var taken = Stamp.Take([.. assets, .. MSBuildSdks.Files(graph)]);
        var references = restore.References;
        var restored = RestoredPackages.Of(graph, restore.Session.Installed());
        var marks = CheckedMark.Of(restored);
        if (Look(restore, restored, records: true) is not { Against: { } against } result)
        {
            return false;
        }

        CheckedMark.Write(marks, against, lockPath);

        // A git that is installed later is in none of the files. Another program may have changed the lock or the assets by now: then the next restore checks again.
        var lockAfter = Stamp.Take([lockPath]);
        if (references is not null && restore.Engine.History.Base is not LockBase.Unasked && (result.Recorded.Count > 0 || lockAfter.SequenceEqual(lockBefore)) && taken.Take(assets.Count).SequenceEqual(Stamp.Take(assets)))
        {
            restore.Stamp.Write([.. lockAfter, .. taken, .. references], restored.All);
        }

        return true;
    }

    // Null: something is blocked. It has been said, and what this restore installed of it is taken away.
    private CheckResult? Look(PendingRestore restore, RestoredPackages restored, bool records)
    {
        var graph = restore.Graph;
        var unasked = new UnaskedSources(restore.Session, graph).Among(restored.All.Where(file => file.CameOverHttpSince(restore.BegunAt)));
        if (unasked is [var first, ..])
        {
            Log.Problem(RestoreProblem.ExtractedUnseen(first.Package, first.Source, [.. unasked.Skip(1).Select(file => file.Package)]));
            return null;
        }

        var result = restore.Engine.RestoreCheckOf(graph).Run(restored.All, CancellationToken.None, records);
        var isClean = result.Outcome == Outcome.Clean;
        if (records || !isClean)
        {
            Reading.Out(result, restore.LockPath, new BuildReport(Log));
        }

        if (isClean)
        {
            return result;
        }

        foreach (var left in BlockedInstallations.Remove(graph, restore.BegunAt, restored.Of(result.Blocked)))
        {
            Log.Warning(null, Visible.Text(left));
        }

        return null;
    }
}
