using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InstallGuard.Adapters.Packages.Trust;

/// <summary>
/// The roots that signatures may chain to: PEM files, decoded on first use and parsed one by one as they are needed,
/// since a bundle holds hundreds and a restore meets a handful.
/// </summary>
internal sealed class RootSet
{
    private readonly Lazy<ILookup<string, byte[]>> _bySubject;
    private readonly ConcurrentDictionary<string, X509Certificate2[]> _parsed = new(StringComparer.Ordinal);

    public RootSet(IReadOnlyList<string> pemFiles) => _bySubject = new(() => Index(pemFiles));

    /// <summary>The roots whose subject is the issuer of one of the certificates.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file holds something else than certificates.</exception>
    public IEnumerable<X509Certificate2> IssuersOf(IEnumerable<X509Certificate2> certificates) =>
        certificates
            .SelectMany(certificate => new[] { Key(certificate.IssuerName.RawData), Key(certificate.SubjectName.RawData) })
            .Distinct(StringComparer.Ordinal)
            .SelectMany(subject => _parsed.GetOrAdd(
                subject, key => [.. _bySubject.Value[key].Select(der => X509CertificateLoader.LoadCertificate(der))]));

    /// <summary>One of the roots, whichever.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file holds something else than certificates.</exception>
    public X509Certificate2 Any() => X509CertificateLoader.LoadCertificate(_bySubject.Value.First().First());

    private static ILookup<string, byte[]> Index(IReadOnlyList<string> pemFiles) =>
        pemFiles.SelectMany(Certificates).ToLookup(der => Key(CertificateName.Subject(der)), StringComparer.Ordinal);

    private static IEnumerable<byte[]> Certificates(string pemFile)
    {
        var text = File.ReadAllText(pemFile).AsMemory();
        var count = 0;
        while (PemEncoding.TryFind(text.Span, out var fields))
        {
            if (text.Span[fields.Label] is not "CERTIFICATE")
            {
                throw new InvalidDataException($"{pemFile} holds something else than certificates");
            }

            var der = new byte[fields.DecodedDataLength];
            _ = Convert.TryFromBase64Chars(text.Span[fields.Base64Data], der, out _);
            count++;
            yield return der;
            text = text[fields.Location.End..];
        }

        if (count == 0)
        {
            throw new InvalidDataException($"{pemFile} holds no certificate");
        }
    }

    private static string Key(ReadOnlySpan<byte> name) => Convert.ToHexString(SHA256.HashData(name));
}
