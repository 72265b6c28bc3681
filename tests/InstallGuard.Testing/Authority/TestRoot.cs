using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InstallGuard.Testing;

/// <summary>A root with one issuing authority below it. Nothing is made before it is needed, and nothing enters a store.</summary>
public sealed class TestRoot
{
    private static readonly DateTimeOffset Born = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Dies = new(2049, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Lazy<X509Certificate2> root;
    private readonly Lazy<X509Certificate2> issuing;

    internal TestRoot(string organization, HashAlgorithmName? hash = null)
    {
        root = new(() => MakeRoot(new TestSubject($"{organization} Root", organization)));
        issuing = new(() => MakeIssuing(new TestSubject($"{organization} Issuing CA", organization), hash ?? HashAlgorithmName.SHA256));
    }

    /// <summary>A root that signed its issuing authority as was usual once, with SHA-1.</summary>
    public static TestRoot OfOldTimes(string organization) => new(organization, HashAlgorithmName.SHA1);

    /// <summary>The self-signed certificate.</summary>
    public X509Certificate2 Certificate => root.Value;

    /// <summary>The root as PEM text.</summary>
    public string ExportPem() => Certificate.ExportCertificatePem() + "\n";

    internal TestCertificate Issue(
        TestSubject subject,
        IEnumerable<X509Extension> extensions,
        DateTimeOffset notBefore,
        DateTimeOffset notAfter,
        TestCertificateForm? form = null)
    {
        var (hash, isAuthority, usage) = form ?? TestCertificateForm.Ordinary;
        var key = TestKeys.Next();
        var request = Request(subject, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        if (usage is { } flags)
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(flags, critical: true));
        }

        foreach (var extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        return new(Sign(request, issuing.Value, key, notBefore, notAfter, hash), [issuing.Value, root.Value]);
    }

    private static X509Certificate2 MakeRoot(TestSubject subject)
    {
        using var key = TestKeys.New();
        var request = Request(subject, key);
        AddAuthorityExtensions(request);

        return request.CreateSelfSigned(Born, Dies);
    }

    private X509Certificate2 MakeIssuing(TestSubject subject, HashAlgorithmName hash)
    {
        using var key = TestKeys.New();
        var request = Request(subject, key);
        AddAuthorityExtensions(request);

        return Sign(request, root.Value, key, Born, Dies, hash);
    }

    private static void AddAuthorityExtensions(CertificateRequest request)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
    }

    private static CertificateRequest Request(TestSubject subject, RSA key)
    {
        var request = new CertificateRequest(subject.Encode(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        // Not the hash of the key, as is usual: keys are shared, and a key identifier must name one certificate.
        request.CertificateExtensions.Add(
            new X509SubjectKeyIdentifierExtension(RandomNumberGenerator.GetBytes(20), critical: false));
        return request;
    }

    private static X509Certificate2 Sign(
        CertificateRequest request, X509Certificate2 issuer, RSA key, DateTimeOffset notBefore, DateTimeOffset notAfter, HashAlgorithmName hash)
    {
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);

        using var issuerKey = issuer.GetRSAPrivateKey()!;
        using var bare = request.Create(issuer.SubjectName, new TestCertificateSigner(issuerKey, hash), notBefore, notAfter, serial);
        return bare.CopyWithPrivateKey(key);
    }
}
