using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>
/// The truth table: what is pinned of a kind × the state in which that kind is found. A row is a line of the security
/// argument; the last column lists the changes, or nothing for none.
/// </summary>
[TestClass]
public sealed class EvidenceTableTests
{
    private const bool Pinned = true;
    private const bool NotPinned = false;

    public static IEnumerable<object[]> Authors =>
    [
        [NotPinned, FindingState.Present, VerdictKind.Review, "author-gained"],
        [NotPinned, FindingState.Absent, VerdictKind.Match, ""],
        [NotPinned, FindingState.Invalid, VerdictKind.Reject, "signature-invalid"],
        [NotPinned, FindingState.Unavailable, VerdictKind.Undetermined, "undetermined"],
        [NotPinned, FindingState.NotSought, VerdictKind.Match, ""],
        [Pinned, FindingState.Present, VerdictKind.Match, ""],
        [Pinned, FindingState.Absent, VerdictKind.Review, "author-lost"],
        [Pinned, FindingState.Invalid, VerdictKind.Reject, "signature-invalid"],
        [Pinned, FindingState.Unavailable, VerdictKind.Undetermined, "undetermined"],
        [Pinned, FindingState.NotSought, VerdictKind.Undetermined, "undetermined"],
    ];

    public static IEnumerable<object[]> Repositories =>
    [
        [NotPinned, FindingState.Present, VerdictKind.Review, "repository-gained"],
        [NotPinned, FindingState.Absent, VerdictKind.Match, ""],
        [NotPinned, FindingState.Invalid, VerdictKind.Reject, "signature-invalid"],
        [NotPinned, FindingState.Unavailable, VerdictKind.Undetermined, "undetermined"],
        [NotPinned, FindingState.NotSought, VerdictKind.Match, ""],
        [Pinned, FindingState.Present, VerdictKind.Match, ""],
        [Pinned, FindingState.Absent, VerdictKind.Review, "repository-lost"],
        [Pinned, FindingState.Invalid, VerdictKind.Reject, "signature-invalid"],
        [Pinned, FindingState.Unavailable, VerdictKind.Undetermined, "undetermined"],
        [Pinned, FindingState.NotSought, VerdictKind.Undetermined, "undetermined"],
    ];

    public static IEnumerable<object[]> Builds =>
    [
        [NotPinned, FindingState.Present, VerdictKind.Review, "provenance-gained"],
        [NotPinned, FindingState.Absent, VerdictKind.Match, ""],
        [NotPinned, FindingState.Invalid, VerdictKind.Reject, "provenance-invalid"],
        [NotPinned, FindingState.Unavailable, VerdictKind.Undetermined, "undetermined"],
        [NotPinned, FindingState.NotSought, VerdictKind.Match, ""],
        [Pinned, FindingState.Present, VerdictKind.Match, ""],
        [Pinned, FindingState.Absent, VerdictKind.Review, "provenance-lost"],
        [Pinned, FindingState.Invalid, VerdictKind.Reject, "provenance-invalid"],
        [Pinned, FindingState.Unavailable, VerdictKind.Undetermined, "undetermined"],
        [Pinned, FindingState.NotSought, VerdictKind.Undetermined, "undetermined"],
    ];

    public static IEnumerable<object[]> OwnersFound =>
    [
        ["ann,bob", "ann,bob", VerdictKind.Match, ""],
        ["ann,bob", "BOB,ann", VerdictKind.Match, ""],
        ["ann,bob", "ann,bob,mallory", VerdictKind.Review, "owners-added"],
        ["ann,bob", "ann", VerdictKind.Notice, "owners-removed"],
        ["ann,bob", "ann,mallory", VerdictKind.Review, "owners-added,owners-removed"],
        ["ann,bob", "mallory", VerdictKind.Review, "owners-replaced"],
        ["ann,bob", "", VerdictKind.Review, "owners-replaced"],
        ["", "", VerdictKind.Match, ""],
        ["", "mallory", VerdictKind.Review, "owners-added"],
    ];

    [TestMethod]
    [DynamicData(nameof(Authors))]
    public void Author(bool pinned, FindingState state, VerdictKind kind, string changes) => Judged
        .Verdict(
            Found.In(author: Found.InState(state, Found.Signed(Contoso))),
            Publishers.Pinned("1.0.0", author: pinned ? Contoso : null))
        .Says(kind, Slugs(changes));

    [TestMethod]
    [DynamicData(nameof(Repositories))]
    public void Repository(bool pinned, FindingState state, VerdictKind kind, string changes) => Judged
        .Verdict(
            Found.In(repository: Found.InState(state, Found.Countersigned(NuGetOrg("ann")))),
            Publishers.Pinned("1.0.0", repository: pinned ? NuGetOrg("ann") : null))
        .Says(kind, Slugs(changes));

    [TestMethod]
    [DynamicData(nameof(Builds))]
    public void Provenance(bool pinned, FindingState state, VerdictKind kind, string changes) => Judged
        .Verdict(
            Found.In(provenance: Found.InState(state, Found.Built(Build))),
            Publishers.Pinned("1.0.0", provenance: pinned ? Build : null))
        .Says(kind, Slugs(changes));

    [TestMethod]
    [DynamicData(nameof(OwnersFound))]
    public void Owners(string pinned, string seen, VerdictKind kind, string changes) => Judged
        .Verdict(
            Found.In(repository: Found.Countersigned(NuGetOrg(Slugs(seen)))),
            Publishers.Pinned("1.0.0", repository: NuGetOrg(Slugs(pinned))))
        .Says(kind, Slugs(changes));

    [TestMethod]
    public void Tables_name_every_state_for_both_kinds_of_pin()
    {
        foreach (var table in new[] { Authors, Repositories, Builds })
        {
            var rows = table.Select(row => ((bool)row[0], (FindingState)row[1])).ToList();
            var all = from pinned in new[] { Pinned, NotPinned } from state in Enum.GetValues<FindingState>() select (pinned, state);
            Assert.IsTrue(rows.ToHashSet().SetEquals(all));
            Assert.HasCount(all.Count(), rows);
        }
    }

    private static string[] Slugs(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
