using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Publishers;

namespace InstallGuard.Core.Tests;

/// <summary>Nothing is pinned yet: what is remembered, and what is not worth remembering.</summary>
[TestClass]
public sealed class FirstUseTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    public static IEnumerable<object[]> Unfit =>
    [
        [Found.In(author: Found.Invalid<AuthorSignature>()), VerdictKind.Reject, "signature-invalid"],
        [Found.In(repository: Found.Invalid<RepositorySignature>()), VerdictKind.Reject, "signature-invalid"],
        [Found.In(repository: Found.Invalid<RepositorySignature>(SignatureCheck.KnownRepository)), VerdictKind.Reject, "repository-forged"],
        [Found.In(provenance: Found.Invalid<BuildProvenance>()), VerdictKind.Reject, "provenance-invalid"],
        [Found.In(author: Found.Unavailable<AuthorSignature>()), VerdictKind.Undetermined, "undetermined"],
        [Found.In(repository: Found.Unavailable<RepositorySignature>()), VerdictKind.Undetermined, "undetermined"],
        [Found.In(provenance: Found.Unavailable<BuildProvenance>()), VerdictKind.Undetermined, "undetermined"],
    ];

    [TestMethod]
    public void Unsigned_package_is_a_first_use_and_is_pinned_as_unsigned()
    {
        var verdict = Judged.Verdict(Found.In());

        verdict.Says(VerdictKind.FirstUse, "first-use");
        Assert.IsTrue(Recorded(Found.In())!.Identity.IsUnsigned);
    }

    [TestMethod]
    public void Everything_that_verifies_is_pinned()
    {
        var pin = Recorded(Any.Of(Who(Build, Contoso, NuGetOrg("ann")), PackageVersion.Parse("2.0.0")))!;

        Assert.AreEqual(Build, pin.Identity.Provenance);
        Assert.AreEqual(Contoso, pin.Identity.Author);
        Assert.AreEqual(NuGetOrg("ann"), pin.Identity.Repository);
        Assert.AreEqual("2.0.0", pin.Since.Text);
        Assert.AreEqual(new PinOrigin.FirstUse(Today), pin.Origin);
    }

    [TestMethod]
    public void Provenance_that_was_not_sought_does_not_hinder_a_first_use() =>
        Judged.Verdict(Found.In(provenance: Found.NotSought<BuildProvenance>())).Says(VerdictKind.FirstUse, "first-use");

    [TestMethod]
    [DynamicData(nameof(Unfit))]
    public void Evidence_that_does_not_verify_or_is_out_of_reach_is_not_recorded(object seen, VerdictKind kind, string slug)
    {
        Judged.Verdict((PackageEvidence)seen).Says(kind, slug);
        Assert.IsNull(Recorded((PackageEvidence)seen));
    }

    [TestMethod]
    public void Contents_that_changed_are_rejected_also_at_first_use()
    {
        var verdict = Decide.For(Package(), [], Found.Seen(Found.In(contents: 'b')), [Found.Digest('a')]);

        verdict.Says(VerdictKind.Reject, "content-changed", "first-use");
        Assert.IsNull(PinUpdate.After(Package(), Given.Found.Seen(Given.Found.In(Package())), verdict, Today));
    }

    [TestMethod]
    public void Signature_that_the_source_promised_and_that_is_missing_is_rejected_also_at_first_use()
    {
        var verdict = Decide.For(Package(), [], Found.Seen(Found.In(), new(NuGetIndex, true, [Found.Digest('2')], IsProven: true)), []);

        verdict.Says(VerdictKind.Reject, "repository-signature-missing", "first-use");
        Assert.IsNull(PinUpdate.After(Package(), Given.Found.Seen(Given.Found.In(Package())), verdict, Today));
    }

    private static Pin? Recorded(PackageEvidence seen) => PinUpdate.After(Package(), Found.Seen(seen), Judged.Verdict(seen), Today);
}
