using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>A look at everything that would be blocked, so that it can be decided about as one.</summary>
[TestClass]
public sealed class AuditTests
{
    private readonly Machine _machine = new(audit: true);

    [TestMethod]
    public void Audit_lists_every_change_lets_it_through_and_records_nothing()
    {
        _machine.Knows("ann");

        var result = _machine.Restore(FakePackageFile.OwnedBy("bob"), FakePackageFile.OwnedBy("cid", "New.Package"));

        Assert.AreEqual(Outcome.Clean, result.Outcome);
        Assert.AreEqual("Contoso.Json 2.0.0", result.Audited.Single().Package.ToString());
        Assert.AreEqual(Disposition.Warn, result.Audited.Single().Disposition);
        _machine.WroteNothing();
        Assert.AreEqual("Contoso.Json 2.0.0", _machine.Refusals.OfAudit().Single().Package.ToString());
    }

    [TestMethod]
    public void Audit_does_not_let_through_what_nobody_can_accept()
    {
        _machine.Knows("ann");

        Assert.AreEqual(Outcome.Blocked, _machine.Restore(FakePackageFile.Of(Found.In(repository: Found.Invalid<RepositorySignature>()))).Outcome);
        Assert.AreEqual(Outcome.Undetermined, _machine.Restore(FakePackageFile.Of(Found.In(repository: Found.Unavailable<RepositorySignature>()))).Outcome);
    }

    [TestMethod]
    public void What_an_earlier_audit_listed_is_not_accepted_with_the_next()
    {
        _machine.Knows("ann");
        _machine.Restore(FakePackageFile.OwnedBy("mallory", version: "3.0.0"));
        _machine.Restore(FakePackageFile.OwnedBy("bob"));

        Assert.AreEqual("2.0.0", _machine.Refusals.OfAudit().Single().Package.Version.Text);
    }

    [TestMethod]
    public void What_was_blocked_beside_the_audit_is_not_accepted_with_it()
    {
        var machine = new Machine();
        machine.Knows("ann");
        machine.Restore(FakePackageFile.OwnedBy("mallory"));

        Assert.IsEmpty(machine.Refusals.OfAudit());
        Assert.HasCount(1, machine.Refusals.All);
    }
}
