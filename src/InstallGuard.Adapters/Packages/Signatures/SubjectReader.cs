using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Reports;
using InstallGuard.Text;

namespace InstallGuard.Adapters.Packages.Signatures;

/// <summary>Certificate → author identity: from the subject's encoded attributes, never from its text form.</summary>
internal static class SubjectReader
{
    private const string CommonName = "2.5.4.3";
    private const string SerialNumber = "2.5.4.5";
    private const string Country = "2.5.4.6";
    private const string Locality = "2.5.4.7";
    private const string Region = "2.5.4.8";
    private const string Organization = "2.5.4.10";

    /// <exception cref="SignatureProblem">The subject names nobody, or cannot be read.</exception>
    public static AuthorIdentity Read(X509Certificate2 certificate)
    {
        var subject = Attributes(certificate.SubjectName.RawData);
        return new(
            Value(subject, CommonName)
                ?? throw new SignatureProblem(SignatureCheck.Certificate, "a subject with a common name", Quoted.Text(certificate.Subject)),
            Value(subject, Organization),
            Value(subject, Country),
            Value([.. subject.Select(a => (a.Oid, a.Value.Replace(" ", "", StringComparison.Ordinal)))], SerialNumber),
            Subscriber(certificate))
        {
            Certified = new(Value(subject, Locality), Value(subject, Region), Authority(certificate)),
        };
    }

    // An issuer that is no company of its own is known by its name, or by all that it says.
    private static string Authority(X509Certificate2 certificate)
    {
        var issuer = Attributes(certificate.IssuerName.RawData);
        return Value(issuer, Organization) ?? Value(issuer, CommonName) ?? (certificate.Issuer is { Length: > 0 } all ? all : "an authority without a name");
    }

    private static string? Value(List<(string Oid, string Value)> name, string oid)
    {
        var values = name.Where(a => a.Oid == oid).Select(a => a.Value).ToList();
        return values.Count == 0 ? null : Join(values);
    }

    // An attribute may stand several times (a name in several scripts). All of them count, in one order. What stands once is
    // kept as it is spelled, unless it would read like several.
    private static string Join(List<string> values) => values switch
    {
        [var only] => only.Contains('\\', StringComparison.Ordinal) || HasLonePlus(only) ? Escaped(only) : only,
        _ => string.Join(" + ", values.Order(StringComparer.Ordinal).Select(Escaped)),
    };

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("+", "\\+", StringComparison.Ordinal);

    // White space of whatever kind: names are compared without regard to it.
    private static bool HasLonePlus(string value) => Enumerable.Range(1, Math.Max(value.Length - 2, 0))
        .Any(i => value[i] == '+' && char.IsWhiteSpace(value[i - 1]) && char.IsWhiteSpace(value[i + 1]));

    private static string? Subscriber(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .SelectMany(usage => usage.EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>())
            .Select(usage => usage.Value ?? "")
            .Where(oid => oid.StartsWith(NuGetOids.SubscriberArc, StringComparison.Ordinal)
                && !oid.StartsWith(NuGetOids.SubscriberServiceArc, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();

    private static List<(string Oid, string Value)> Attributes(byte[] name)
    {
        var attributes = new List<(string, string)>();
        try
        {
            var sets = new AsnReader(name, AsnEncodingRules.DER).ReadSequence();
            while (sets.HasData)
            {
                var set = sets.ReadSetOf(skipSortOrderValidation: true);
                while (set.HasData)
                {
                    var pair = set.ReadSequence();
                    var oid = pair.ReadObjectIdentifier();
                    if (oid is CommonName or SerialNumber or Country or Locality or Region or Organization)
                    {
                        var value = pair.ReadCharacterString((UniversalTagNumber)pair.PeekTag().TagValue).Trim();
                        if (value.EnumerateRunes().Any(rune => rune.Value is 0 or 0xFFFD))
                        {
                            throw new ArgumentException("a name with a NUL, or that is no valid text");
                        }

                        if (value.Length > 0)
                        {
                            attributes.Add((oid, value));
                        }
                    }
                }
            }
        }
        catch (Exception malformed) when (malformed is AsnContentException or ArgumentException)
        {
            throw new SignatureProblem(SignatureCheck.Certificate, "a subject that can be read", Visible.Text(malformed.Message));
        }

        return attributes;
    }
}
