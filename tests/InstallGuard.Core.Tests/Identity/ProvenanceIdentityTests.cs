using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

[TestClass]
public sealed class ProvenanceIdentityTests
{
    private static readonly ProvenanceIdentity Build = Publishers.Build;

    public static IEnumerable<object[]> OtherBuilds =>
    [
        ["issuer", Build with { Issuer = "https://gitlab.com" }],
        ["repository id", Build with { RepositoryId = "9009" }],
        ["owner id", Build with { OwnerId = "909" }],
        ["workflow", Build with { Workflow = Build.RepositoryUri + "/.github/workflows/other.yml" }],
        ["workflow of another repository", Build with { Workflow = "https://github.com/mallory/json/.github/workflows/release.yml" }],
        ["signer", Build with { Signer = "https://github.com/mallory/reusable/.github/workflows/release.yml" }],
        ["runner", Build with { Runner = "self-hosted" }],
        ["environment that appears", Build with { Environment = "production" }],
        ["same name, other ids", Publishers.MalloryBuild with { RepositoryUri = Build.RepositoryUri, OwnerUri = Build.OwnerUri, Workflow = Build.Workflow, Signer = Build.Signer }],
    ];

    [TestMethod]
    [DynamicData(nameof(OtherBuilds))]
    public void Every_other_claim_makes_another_build(string claim, object other)
    {
        Assert.AreNotEqual(Build, other, claim);
        Assert.IsFalse(other.Equals(Build), claim);
    }

    [TestMethod]
    public void Renamed_repository_under_the_same_ids_is_the_same_build()
    {
        var renamed = Build with
        {
            RepositoryUri = "https://github.com/contoso-inc/json-next",
            OwnerUri = "https://github.com/contoso-inc",
            Workflow = "https://github.com/contoso-inc/json-next/.github/workflows/release.yml",
            Signer = "https://github.com/contoso-inc/json-next/.github/workflows/release.yml",
        };

        Assert.AreEqual(Build, renamed);
        Assert.AreEqual(Build.GetHashCode(), renamed.GetHashCode());
    }

    [TestMethod]
    public void Repository_whose_name_only_begins_the_same_is_not_the_front_of_a_workflow()
    {
        var beside = Build with { Workflow = Build.RepositoryUri + "-evil/.github/workflows/release.yml" };

        Assert.AreNotEqual(Build, beside);
    }
}
