using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>Packages that the .NET SDK names itself need no pin, where those who publish the SDK signed them; and nobody else's passes by that.</summary>
[TestClass]
public sealed class SdkPackTests
{
    private static readonly AuthorIdentity Microsoft = new("Microsoft Corporation", "Microsoft Corporation", "US", null, null)
    {
        Certified = new("Redmond", "Washington", "Microsoft Corporation"),
    };

    private static readonly Package Pack = Package("Microsoft.NETCore.App.Ref", "8.0.31");

    public static IEnumerable<object[]> Others =>
    [
        ["unsigned", Found.In(Pack)],
        ["another author", Found.In(Pack, author: Found.Signed(Mallory), repository: Found.Countersigned(NuGetOrg("dotnetframework", "Microsoft")))],
        ["a company of that name elsewhere", Found.In(Pack, author: Found.Signed(Microsoft with { Country = "IN" }), repository: Found.Countersigned(NuGetOrg("Microsoft")))],
        ["no author", Found.In(Pack, repository: Found.Countersigned(NuGetOrg("Microsoft")))],
        ["no repository", Found.In(Pack, author: Found.Signed(Microsoft))],
        ["another repository", Found.In(Pack, author: Found.Signed(Microsoft), repository: Found.Countersigned(new(NuGetIndex, new(["Microsoft"]))))],
        ["one more owner", Found.In(Pack, author: Found.Signed(Microsoft), repository: Found.Countersigned(NuGetOrg("dotnetframework", "mallory", "Microsoft")))],
        ["no owner", Found.In(Pack, author: Found.Signed(Microsoft), repository: Found.Countersigned(NuGetOrg()))],
    ];

    [TestMethod]
    [DataRow("Microsoft")]
    [DataRow("dotnetframework,Microsoft")]
    [DataRow("aspnet,dotnetframework,microsoft")]
    public void Pack_that_the_sdk_names_needs_no_pin_and_gets_none(string owners)
    {
        var look = Found.Seen(Genuine(owners.Split(','))) with { IsNamedBySdk = true };

        var verdict = Decide.For(Pack, [], look, []);

        verdict.Says(VerdictKind.Match);
        Assert.IsTrue(verdict.IsVouchedForBySdk);
        Assert.IsNull(PinUpdate.After(Pack, look, verdict, new(2026, 11, 27)));
    }

    [TestMethod]
    public void Same_package_that_the_sdk_does_not_name_is_a_first_use()
    {
        var verdict = Decide.For(Pack, [], Found.Seen(Genuine()), []);

        verdict.Says(VerdictKind.FirstUse, "first-use");
        Assert.IsFalse(verdict.IsVouchedForBySdk);
    }

    [TestMethod]
    [DynamicData(nameof(Others))]
    public void Package_of_anybody_else_is_a_first_use_whatever_names_it(string who, object seen) =>
        Assert.AreEqual(VerdictKind.FirstUse, Named((PackageEvidence)seen).Kind, who);

    [TestMethod]
    public void Signature_that_does_not_verify_is_rejected_as_ever() =>
        Named(Genuine() with { Author = Found.Invalid<AuthorSignature>() }).Says(VerdictKind.Reject, "signature-invalid");

    [TestMethod]
    public void Signature_that_could_not_be_looked_at_leaves_it_open() =>
        Named(Genuine() with { Repository = Found.Unavailable<RepositorySignature>() }).Says(VerdictKind.Undetermined, "undetermined");

    [TestMethod]
    public void Other_contents_than_before_are_rejected_as_ever() =>
        Decide.For(Pack, [], Found.Seen(Genuine()) with { IsNamedBySdk = true }, [Found.Digest('a')]).Says(VerdictKind.Reject, "content-changed");

    [TestMethod]
    public void Installation_that_was_altered_is_rejected_as_ever()
    {
        var look = Found.Seen(Genuine()) with { IsNamedBySdk = true, Altered = new("build/x.targets", "no such file", "1 byte") };

        Decide.For(Pack, [], look, []).Says(VerdictKind.Reject, "installation-altered");
    }

    [TestMethod]
    public void Pin_decides_where_there_is_one() =>
        Named(Genuine(), Pinned("8.0.0", author: Contoso, repository: NuGetOrg("Microsoft", "dotnetframework"))).Says(VerdictKind.Review, "author-changed");

    [TestMethod]
    public void Pin_of_a_pack_may_go_since_none_is_needed()
    {
        var reviewed = Pinned("8.0.0", author: Microsoft, repository: NuGetOrg("Microsoft"));
        var look = Found.Seen(Genuine());

        Decide.For(Pack, [], look with { IsNamedBySdk = true }, [], Edited.Memory([reviewed])).Says(VerdictKind.Match);
        Decide.For(Pack, [], look, [], Edited.Memory([reviewed])).Says(VerdictKind.Reject, "first-use", "lock-weakened");
    }

    [TestMethod]
    public void Locked_restore_lets_the_packs_pass_and_counts_them()
    {
        var machine = new Machine(locked: true);
        machine.Knows("ann");
        machine.SdkPacks.Add(Pack);

        var result = machine.Restore(FakePackageFile.OwnedBy("ann"), FakePackageFile.Of(Genuine()));

        Assert.AreEqual(Outcome.Clean, result.Outcome);
        Assert.AreEqual("2 packages checked (1 of them the .NET SDK's own), no publisher changed", Summary.Of(result, "installguard.lock.json"));
    }

    [TestMethod]
    public void Restore_that_may_write_does_not_record_them_either()
    {
        var machine = new Machine();
        machine.SdkPacks.Add(Pack);

        var result = machine.Restore(FakePackageFile.Of(Genuine()));

        Assert.AreEqual(Outcome.Clean, result.Outcome);
        Assert.IsEmpty(result.Recorded);
        Assert.AreEqual(0, machine.Lock.Writes);
    }

    [TestMethod]
    public void Other_version_than_the_named_one_needs_a_pin()
    {
        var machine = new Machine(locked: true);
        machine.SdkPacks.Add(Package(Pack.Id.Text, "8.0.30"));

        Assert.AreEqual(Outcome.Blocked, machine.Restore(FakePackageFile.Of(Genuine())).Outcome);
    }

    private static Verdict Named(PackageEvidence seen, params Pin[] pins) =>
        Decide.For(Pack, pins, Found.Seen(seen) with { IsNamedBySdk = true }, []);

    private static PackageEvidence Genuine(params string[] owners) =>
        Found.In(Pack, author: Found.Signed(Microsoft), repository: Found.Countersigned(NuGetOrg(owners.Length == 0 ? ["dotnetframework", "Microsoft"] : owners)));
}
