namespace InstallGuard.Core.Tests.Given;

/// <summary>What a look at a package found, in all the states that a finding can have.</summary>
internal static class Found
{
    public static DateTimeOffset Then { get; } = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public static Finding<AuthorSignature> Signed(AuthorIdentity by, SignatureTime? at = null) => new Finding<AuthorSignature>.Present(
        new(by, Certificate('1'), at ?? new SignatureTime.Trusted(Then)));

    public static Finding<RepositorySignature> Countersigned(
        RepositoryIdentity by, char certificate = '2', string serviceIndex = Publishers.NuGetIndex, SignatureTime? at = null) =>
        new Finding<RepositorySignature>.Present(
            new(by, serviceIndex, Certificate(certificate), at ?? new SignatureTime.Trusted(Then)));

    /// <summary>
    /// A repository signature that says it is the public repository's, made at its home with a certificate that no list has.
    /// </summary>
    public static Finding<RepositorySignature> Unlisted(RepositoryIdentity by, char certificate = '9', string serviceIndex = Publishers.NuGetHome) =>
        new Finding<RepositorySignature>.Invalid(new(SignatureCheck.KnownRepository, "a known certificate", "another"))
        {
            Unproven = new(by, serviceIndex, Certificate(certificate), new SignatureTime.Trusted(Then)),
        };

    /// <summary>What that repository's feed announces.</summary>
    public static RepositoryAnnouncement AnnouncedAtHome(char certificate = '9', string serviceIndex = Publishers.NuGetHome, bool isProven = true) =>
        new(serviceIndex, true, [Digest(certificate)], isProven);

    public static Finding<BuildProvenance> Built(ProvenanceIdentity by) => new Finding<BuildProvenance>.Present(new(by));

    public static Finding<T> Absent<T>()
        where T : class => new Finding<T>.Absent();

    public static Finding<T> Invalid<T>(SignatureCheck check = SignatureCheck.SignatureValue)
        where T : class => new Finding<T>.Invalid(new(check, "a signature over these bytes", "a signature over others"));

    public static Finding<T> Unavailable<T>()
        where T : class => new Finding<T>.Unavailable("the source did not answer");

    public static Finding<T> NotSought<T>()
        where T : class => new Finding<T>.NotSought();

    /// <summary>A finding of this state; where it must be present, this one.</summary>
    public static Finding<T> InState<T>(FindingState state, Finding<T> present)
        where T : class => state switch
        {
            FindingState.Present => present,
            FindingState.Absent => Absent<T>(),
            FindingState.Invalid => Invalid<T>(),
            FindingState.Unavailable => Unavailable<T>(),
            FindingState.NotSought => NotSought<T>(),
        };

    public static PackageEvidence In(
        Package? package = null,
        Finding<BuildProvenance>? provenance = null,
        Finding<AuthorSignature>? author = null,
        Finding<RepositorySignature>? repository = null,
        NuspecClaims? claims = null,
        char contents = 'c') => new(
            new(Hash(contents), Digest(contents), package ?? Publishers.Package()),
            provenance ?? Absent<BuildProvenance>(),
            author ?? Absent<AuthorSignature>(),
            repository ?? Absent<RepositorySignature>(),
            claims is null ? Absent<NuspecClaims>() : new Finding<NuspecClaims>.Present(claims));

    public static Look.Seen Seen(PackageEvidence evidence, RepositoryAnnouncement? announced = null) =>
        new(new VerifiedEvidence(evidence), announced) { From = Feed };

    /// <summary>Where everything comes from unless a test says otherwise.</summary>
    public static FeedIdentity Feed { get; } = FeedIdentity.Of("https://feed.contoso.example/index.json")!;

    /// <summary>Another feed.</summary>
    public static FeedIdentity OtherFeed { get; } = FeedIdentity.Of("https://public.example/v3/index.json")!;

    /// <summary>A digest whose every digit is this one.</summary>
    public static Sha256Digest Digest(char digit) => Sha256Digest.Parse(new string(digit, 64));

    public static PackageHash Hash(char letter) => PackageHash.FromBytes(Enumerable.Repeat((byte)letter, 64).ToArray());

    public static CertificateDescription Certificate(char digit) =>
        new(Digest(digit), "CN=whoever", "CN=an authority", Then.AddYears(-1), Then.AddYears(1));
}
