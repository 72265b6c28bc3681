using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InstallGuard.Adapters.Packages.Signatures;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Packages;

/// <summary>Subjects that differ are read as authors that differ.</summary>
[TestClass]
public sealed class SubjectTests
{
    private const string CommonName = "2.5.4.3";
    private const string SerialNumber = "2.5.4.5";
    private const string Locality = "2.5.4.7";
    private const string Region = "2.5.4.8";
    private const string Organization = "2.5.4.10";

    private static readonly RSA Key = RSA.Create(2048);

    public static IEnumerable<object[]> LookAlikes =>
    [
        [new[] { "Contoso + Fabrikam" }, new[] { "Contoso", "Fabrikam" }],
        [new[] { "Contoso  + Fabrikam" }, new[] { "Contoso", "Fabrikam" }],
        [new[] { "Contoso\u00A0+ Fabrikam" }, new[] { "Contoso", "Fabrikam" }],
        [new[] { "Contoso \\+ Fabrikam" }, new[] { "Contoso + Fabrikam" }],
        [new[] { "Contoso \\\\+ Fabrikam" }, new[] { "Contoso \\+ Fabrikam" }],
        [new[] { "Contoso", "Fabrikam + Northwind" }, new[] { "Contoso + Fabrikam", "Northwind" }],
        [new[] { "Contoso", "Fabrikam", "Northwind" }, new[] { "Contoso + Fabrikam", "Northwind" }],
        [new[] { "Contoso" }, new[] { "Contoso", "Contoso" }],
    ];

    [TestMethod]
    [DynamicData(nameof(LookAlikes))]
    public void One_name_is_not_several(string[] one, string[] other)
    {
        var (left, right) = (Read(Names(one)), Read(Names(other)));

        Assert.IsFalse(left.IsContinuedBy(right) || right.IsContinuedBy(left), $"{left} = {right}");
    }

    [TestMethod]
    public void One_registration_is_not_several() => Assert.AreNotEqual(
        Read((CommonName, "Contoso"), (SerialNumber, "1+2")), Read((CommonName, "Contoso"), (SerialNumber, "1"), (SerialNumber, "2")));

    [TestMethod]
    [DataRow("Contoso Ltd")]
    [DataRow("Notepad++")]
    [DataRow("C+ Tools")]
    public void Ordinary_name_is_kept_as_it_is_spelled(string name) => Assert.AreEqual(name, Read((CommonName, name)).Name);

    [TestMethod]
    public void Place_and_authority_are_read()
    {
        var certified = Read((CommonName, "Jo Doe"), (Locality, " Dover "), (Region, "Delaware"), (Organization, "Contoso CA")).Certified;

        Assert.AreEqual(new("Dover", "Delaware", "Contoso CA"), certified);
        Assert.AreEqual(new(null, null, "Jo Doe"), Read((CommonName, "Jo Doe")).Certified);
    }

    private static (string, string)[] Names(string[] names) => [.. names.Select(name => (CommonName, name))];

    private static AuthorIdentity Read(params (string Oid, string Value)[] parts)
    {
        var subject = new X500DistinguishedNameBuilder();
        foreach (var (oid, value) in parts)
        {
            subject.Add(oid, value);
        }

        var request = new CertificateRequest(subject.Build(), Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
        return SubjectReader.Read(certificate);
    }
}
