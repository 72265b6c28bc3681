using System.Security.Cryptography.X509Certificates;

namespace InstallGuard.Testing;

/// <summary>Who a certificate is made out to; a part that is null does not appear in the name.</summary>
/// <param name="CommonName">CN.</param>
/// <param name="Organization">O.</param>
/// <param name="Country">C, two letters.</param>
/// <param name="Registration">The company's registration number (serialNumber, 2.5.4.5).</param>
/// <param name="State">S.</param>
/// <param name="Locality">L.</param>
public sealed record TestSubject(
    string CommonName,
    string? Organization = null,
    string? Country = "US",
    string? Registration = null,
    string? State = null,
    string? Locality = null)
{
    private const string SerialNumber = "2.5.4.5";

    internal X500DistinguishedName Encode()
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(CommonName);
        AddUnlessNull(Organization, name.AddOrganizationName);
        AddUnlessNull(Locality, name.AddLocalityName);
        AddUnlessNull(State, name.AddStateOrProvinceName);
        AddUnlessNull(Country, name.AddCountryOrRegion);
        AddUnlessNull(Registration, value => name.Add(SerialNumber, value));

        return name.Build();
    }

    private static void AddUnlessNull(string? value, Action<string> add)
    {
        if (value is not null)
        {
            add(value);
        }
    }
}
