using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Identity;
using InstallGuard.Policies;
using InstallGuard.Text;

namespace InstallGuard.Reports;

/// <summary>
/// Where a person finds out whether a change was meant. No address is taken from the package: whoever made it wrote that.
/// </summary>
public static class WhereToLook
{
    /// <summary>Three things, safe to show; none where nobody has anything to decide.</summary>
    public static IReadOnlyList<string> For(CheckedPackage package)
    {
        if (package.Verdict.Kind is not (VerdictKind.Review or VerdictKind.Notice))
        {
            return [];
        }

        if (package.Verdict.Decisive?.Rule == RuleCatalog.PackedAgain)
        {
            return [Visible.Line($"the folder {Quoted.Address(package.Source)}: who writes into it, and who packed {package.Package} last?")];
        }

        var (pinned, seen) = (package.Verdict.Pin?.Identity, package.Evidence?.Identity);
        var (id, version) = (package.Package.Id.Text, package.Package.Version.Text);
        return
        [
            Visible.Line(Owners(id, pinned?.Repository, seen?.Repository)),
            Visible.Line($"the source repository that you know {id} by, found without following the package: {Signer(pinned)}"),
            Visible.Line($"the project's own release notes for {version}: do they announce it, and the change with it?"),
        ];
    }

    private static string Owners(string id, RepositoryIdentity? pinned, RepositoryIdentity? seen) => (pinned, seen) switch
    {
        ({ } before, { } now) when before.HasNameOf(now) && now.Owners.Except(before.Owners) is { Count: > 0 } added =>
            $"the accounts {added.Whole()} at {Quoted.Address(now.Name)}: what else do they publish, and since when do they own the package {id}?",
        (_, { Owners.Count: 0 } now) => $"the page of {id} at {Quoted.Address(now.Name)}: who owns it, and who published it last?",
        (_, { } now) => $"the page of {id} at {Quoted.Address(now.Name)}: who owns it ({now.Owners} by this version's signature), and who published {id} last?",
        ({ } before, null) => $"the page of {id} at {Quoted.Address(before.Name)}: is this version there, and the same file?",
        _ => $"the page of {id} at the feed that it came from: who may publish there?",
    };

    private static string Signer(PublisherIdentity? pinned) =>
        pinned?.Provenance is { } build ? $"does it still build its releases as {build}?"
        : pinned?.Author is { } author ? $"is there a release by {author}, and a word about its signing certificate?"
        : "is there a tag for this version, and do its maintainers know of the change?";
}
