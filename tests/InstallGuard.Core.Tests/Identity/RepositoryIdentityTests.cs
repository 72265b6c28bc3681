using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

[TestClass]
public sealed class RepositoryIdentityTests
{
    [TestMethod]
    public void Same_name_and_owners_in_any_case_are_equal()
    {
        var (one, other) = (Publishers.NuGetOrg("ann", "bob"), new RepositoryIdentity("NuGet.org", new(["BOB", "ann"])));

        Assert.AreEqual(one, other);
        Assert.AreEqual(one.GetHashCode(), other.GetHashCode());
    }

    [TestMethod]
    public void Same_account_name_at_another_repository_is_somebody_else() =>
        Assert.AreNotEqual(Publishers.NuGetOrg("ann"), new RepositoryIdentity("https://feed.example/index.json", new(["ann"])));
}
