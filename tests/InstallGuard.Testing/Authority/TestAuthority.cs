using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InstallGuard.Testing;

/// <summary>All the certificates that a test may want, from roots that exist in the memory of this process only.</summary>
public sealed class TestAuthority
{
    private static readonly DateTimeOffset ByDefaultFrom = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset ByDefaultUntil = new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Lazy<TestTimestampAuthority> timestamps;
    private readonly Lazy<TestTimestampAuthority> untrustedTimestamps;
    private readonly Lazy<TestCertificate> loopback;

    private TestAuthority()
    {
        timestamps = new(() => IssueTimestampAuthority(Timestamping));
        untrustedTimestamps = new(() => IssueTimestampAuthority(Untrusted));
        loopback = new(IssueLoopback);
    }

    /// <summary>The one authority of this process: keys are slow to make.</summary>
    public static TestAuthority Shared { get; } = new();

    /// <summary>Issues code-signing certificates unless a test says otherwise.</summary>
    public TestRoot CodeSigning { get; } = new("Contoso Test Authority");

    /// <summary>Another code-signing authority, as trusted as the first: for renewals elsewhere and for forgers.</summary>
    public TestRoot AnotherAuthority { get; } = new("Fabrikam Test Authority");

    /// <summary>Issues the certificates of timestamping services.</summary>
    public TestRoot Timestamping { get; } = new("Contoso Test Time");

    /// <summary>In no exported list: what it issues is well formed and nobody's.</summary>
    public TestRoot Untrusted { get; } = new("Nobody Test Authority");

    /// <summary>Issues the certificates of https feeds.</summary>
    public TestRoot Transport { get; } = new("Contoso Test Transport");

    /// <summary>The timestamping service that tests use.</summary>
    public TestTimestampAuthority Timestamps => timestamps.Value;

    /// <summary>A timestamping service below <see cref="Untrusted"/>.</summary>
    public TestTimestampAuthority UntrustedTimestamps => untrustedTimestamps.Value;

    /// <summary>The certificate of an https server on this machine's loopback addresses.</summary>
    internal TestCertificate Loopback => loopback.Value;

    /// <summary>A certificate that an author signs packages with.</summary>
    /// <param name="subject">Who the author is.</param>
    /// <param name="issuer">Who vouches for that; <see cref="CodeSigning"/> unless given.</param>
    /// <param name="notBefore">Start of validity.</param>
    /// <param name="notAfter">End of validity.</param>
    /// <param name="extraUsage">An OID beside code signing in the extended key usage, such as a subscriber identity.</param>
    /// <param name="form">What such a certificate should not look like.</param>
    public TestCertificate IssueAuthor(
        TestSubject subject,
        TestRoot? issuer = null,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null,
        string? extraUsage = null,
        TestCertificateForm? form = null)
    {
        string[] usages = extraUsage is null ? [Oids.CodeSigning] : [Oids.CodeSigning, extraUsage];
        return (issuer ?? CodeSigning).Issue(
            subject, [Usage(usages, critical: false)], notBefore ?? ByDefaultFrom, notAfter ?? ByDefaultUntil, form);
    }

    /// <summary>The same, for an author who is little more than a name.</summary>
    /// <inheritdoc cref="IssueAuthor(TestSubject, TestRoot?, DateTimeOffset?, DateTimeOffset?, string?, TestCertificateForm?)"/>
    public TestCertificate IssueAuthor(
        string commonName,
        string? organization = null,
        string? country = "US",
        string? registration = null,
        TestRoot? issuer = null,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null,
        string? extraUsage = null) =>
        IssueAuthor(new(commonName, organization, country, registration), issuer, notBefore, notAfter, extraUsage);

    /// <summary>A certificate that a repository signs packages with. Nothing in it says so: only a list of fingerprints can.</summary>
    public TestCertificate IssueRepository(
        string commonName = "Contoso Test Repository",
        TestRoot? issuer = null,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null) =>
        IssueAuthor(new TestSubject(commonName, commonName), issuer, notBefore, notAfter);

    /// <summary>A timestamping service of its own below <paramref name="root"/>.</summary>
    public static TestTimestampAuthority IssueTimestampAuthority(TestRoot root, TestCertificateForm? form = null) =>
        new(root.Issue(
            new($"{root.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)} Stamp"),
            [Usage([Oids.TimeStamping], critical: true)],
            ByDefaultFrom,
            ByDefaultUntil,
            form));

    /// <summary>Every root that a guarded machine should trust for packages, code signing and timestamps in one text.</summary>
    public string ExportTrustedRootsPem() => ExportCodeSigningRootsPem() + ExportTimestampRootsPem();

    /// <summary>The code-signing roots alone.</summary>
    public string ExportCodeSigningRootsPem() => CodeSigning.ExportPem() + AnotherAuthority.ExportPem();

    /// <summary>The timestamping root alone.</summary>
    public string ExportTimestampRootsPem() => Timestamping.ExportPem();

    private static X509EnhancedKeyUsageExtension Usage(string[] usages, bool critical)
    {
        var oids = new OidCollection();
        foreach (var usage in usages)
        {
            _ = oids.Add(new Oid(usage));
        }

        return new(oids, critical);
    }

    /// <summary>The certificate of an https server that is reached by this name.</summary>
    internal TestCertificate IssueTransport(string host)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        return IssueTransport(host, names);
    }

    private TestCertificate IssueLoopback()
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        return IssueTransport("localhost", names);
    }

    private TestCertificate IssueTransport(string host, SubjectAlternativeNameBuilder names) => Transport.Issue(
        new(host), [Usage([Oids.ServerAuthentication], critical: false), names.Build()], ByDefaultFrom, ByDefaultUntil);
}
