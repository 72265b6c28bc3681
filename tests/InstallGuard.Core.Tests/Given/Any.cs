using FsCheck;
using FsCheck.Fluent;

namespace InstallGuard.Core.Tests.Given;

/// <summary>
/// Generators. Each draws from few values, so that two draws are often the same, often alike and sometimes unrelated.
/// </summary>
internal static class Any
{
    public static Gen<PackageVersion> Version { get; } =
        from major in Gen.Choose(0, 3)
        from minor in Gen.Choose(0, 2)
        from patch in Gen.Choose(0, 2)
        from fourth in Gen.Frequency((4, Gen.Constant("")), (1, Gen.Elements(".0", ".1", ".2")))
        from labels in Gen.Frequency(
            (3, Gen.Constant("")),
            (2, Gen.Elements("-alpha", "-ALPHA", "-alpha.1", "-alpha.2", "-alpha.10", "-alpha.beta", "-1", "-01", "-2", "-rc-1", "-99999999999")))
        from metadata in Gen.Frequency((4, Gen.Constant("")), (1, Gen.Elements("+a", "+b.1")))
        select PackageVersion.Parse($"{major}.{minor}.{patch}{fourth}{labels}{metadata}");

    public static Gen<OwnerSet> Owners { get; } =
        from names in Gen.SubListOf("ann", "bob", "cid", "dot")
        select new OwnerSet(names);

    public static Gen<AuthorCertification?> Certification { get; } = Gen.Elements<AuthorCertification?>(
        null,
        new("Dover", "Delaware", "Fabrikam CA"),
        new("DOVER", "de", "Fabrikam, C.A."),
        new("Dover", null, "Northwind CA"),
        new("Reno", "Nevada", "Fabrikam CA"),
        new("Reno", "Nevada", "Northwind CA"));

    public static Gen<AuthorIdentity> Author { get; } =
        from name in Gen.Elements("Contoso Ltd", "CONTOSO  Ltd", "Mallory LLC")
        from organization in Gen.Elements(null, "Contoso Ltd", "Contoso Holding")
        from country in Gen.Elements("US", "DE", null)
        from registration in Gen.Elements(null, "HRB1", "HRB2")
        from subscriber in Gen.Elements(null, "1.3.6.1.4.1.311.97.1", "1.3.6.1.4.1.311.97.2")
        from certified in Certification
        select new AuthorIdentity(name, organization, country, registration, subscriber) { Certified = certified };

    public static Gen<RepositoryIdentity> Repository { get; } =
        from name in Gen.Frequency((5, Gen.Constant("nuget.org")), (1, Gen.Elements("NuGet.org", "https://feed.contoso.example/index.json")))
        from owners in Owners
        select new RepositoryIdentity(name, owners);

    public static Gen<ProvenanceIdentity> Provenance { get; } =
        from issuer in Gen.Frequency((5, Gen.Constant("https://token.actions.githubusercontent.com")), (1, Gen.Constant("https://gitlab.com")))
        from repository in Gen.Frequency((4, Gen.Constant("1001")), (1, Gen.Constant("9009")))
        from uri in Gen.Elements("https://github.com/contoso/json", "https://github.com/contoso/json-renamed")
        from owner in Gen.Frequency((4, Gen.Constant("501")), (1, Gen.Constant("909")))
        from workflow in Gen.Elements("release", "release", "other")
        from signer in Gen.Elements("release", "release", "other")
        from runner in Gen.Frequency((4, Gen.Constant("github-hosted")), (1, Gen.Constant("self-hosted")))
        from environment in Gen.Elements(null, null, "production")
        select new ProvenanceIdentity(
            issuer, repository, uri, owner, "https://github.com/contoso", $"{uri}/.github/workflows/{workflow}.yml", $"{uri}/.github/workflows/{signer}.yml", runner, environment);

    public static Gen<FeedIdentity?> Feed { get; } = Gen.Elements(null, Found.Feed, Found.Feed, Found.OtherFeed, FeedIdentity.Local, FeedIdentity.InRepository("vendor"));

    /// <summary>Days on both sides of those that pins remember.</summary>
    public static Gen<SignatureTime> Time { get; } = Gen.Elements<SignatureTime>(
        new SignatureTime.Trusted(Found.Then),
        new SignatureTime.Trusted(Found.Then.AddDays(-400)),
        new SignatureTime.Trusted(Found.Then.AddYears(-8)),
        new SignatureTime.Claimed(Found.Then.AddYears(-8)));

    public static Gen<PublisherIdentity> Publisher { get; } =
        from provenance in OrNull(Provenance)
        from author in OrNull(Author)
        from repository in OrNull(Repository)
        from feed in Feed
        select provenance is null && author is null && repository is null
            ? PublisherIdentity.UnsignedFrom(feed)
            : new PublisherIdentity(provenance, author, repository);

    public static Gen<PinOrigin> Origin { get; } =
        from which in Gen.Choose(0, 2)
        from day in Gen.Choose(0, 3000)
        from reason in Text
        let date = new DateOnly(2024, 1, 1).AddDays(day)
        select which switch
        {
            0 => (PinOrigin)new PinOrigin.FirstUse(date),
            1 => new PinOrigin.Noticed("owners-removed", date),
            _ => new PinOrigin.Accepted("owners-replaced", "jo@contoso.example", date, reason),
        };

    public static Gen<Pin> Pin { get; } =
        from since in Version
        from identity in Publisher
        from origin in Origin
        from signed in Gen.Choose(-5000, 5000)
        from isNamed in Gen.Elements(false, false, true)
        let named = isNamed && identity.Repository is not null && origin is PinOrigin.Accepted accepted ? accepted with { RepositoryCertificate = $"sha256:{Found.Digest('9')}" } : origin
        select new Pin(since, identity, named) { Signed = signed > 0 ? new DateOnly(2016, 1, 1).AddDays(signed) : null };

    public static Gen<Pin[]> Pins { get; } =
        from pins in Pin.ListOf()
        select OnePerVersion(pins.Take(6)).ToArray();

    /// <summary>A lock of a few packages, each with pins of its own.</summary>
    public static Gen<LockDocument> Lock { get; } =
        from pins in (
            from id in Gen.Elements("Contoso.Json", "contoso-json", "Autofac", "Übung", "_x")
            from pin in Pin
            select (Id: PackageId.Parse(id), Pin: pin)).ListOf()
        select pins.Take(8).Aggregate(LockDocument.Empty, (document, one) => document.With(one.Id, one.Pin));

    /// <summary>Evidence in which every kind can be in every state.</summary>
    public static Gen<PackageEvidence> Evidence { get; } =
        from version in Version
        from provenance in Finding(Provenance.Select(who => Found.Built(who)))
        from signed in Time
        from countersigned in Time
        from author in Finding(Author.Select(who => Found.Signed(who, signed)))
        from repository in Finding(Repository.Select(who => Found.Countersigned(who, at: countersigned)))
        select Found.In(Publishers.Package(version: version.Text), provenance, author, repository);

    /// <summary>Evidence without doubt: every kind is there and verifies, or is not there.</summary>
    public static Gen<PackageEvidence> SoundEvidence { get; } =
        from version in Version
        from publisher in Publisher
        from time in Time
        select Of(publisher, version, time);

    /// <summary>Text that a lock can hold: not empty, no NUL, well-formed Unicode, otherwise as ugly as may be.</summary>
    public static Gen<string> Text =>
        from parts in Gen.Elements(
            "a", "Z", "é", "日本", "\ud83d\ude80", "\"", "\\", "/", "\t", "\n", "\r", "\u001b", "\u202e", "\u2028", "\ufeff", "\ue000", "<", "&", " ", "\\u0041")
            .NonEmptyListOf()
        select string.Concat(parts);

    public static Gen<byte[]> Bytes { get; } =
        from bytes in Gen.Choose(0, 255).ListOf()
        select bytes.Select(b => (byte)b).ToArray();

    /// <summary>Evidence that amounts to exactly this identity.</summary>
    public static PackageEvidence Of(PublisherIdentity publisher, PackageVersion version, SignatureTime? at = null) => Found.In(
        Publishers.Package(version: version.Text),
        publisher.Provenance is { } build ? Found.Built(build) : null,
        publisher.Author is { } author ? Found.Signed(author, at) : null,
        publisher.Repository is { } repository ? Found.Countersigned(repository, at: at) : null);

    private static IEnumerable<Pin> OnePerVersion(IEnumerable<Pin> pins)
    {
        var sinces = new SortedSet<PackageVersion>();
        return pins.Where(pin => sinces.Add(pin.Since));
    }

    private static Gen<T?> OrNull<T>(Gen<T> some)
        where T : class =>
        from value in some
        from there in Gen.Elements(true, true, false)
        select there ? value : null;

    private static Gen<Finding<T>> Finding<T>(Gen<Finding<T>> present)
        where T : class =>
        from there in present
        from state in Gen.Elements(
            FindingState.Present, FindingState.Present, FindingState.Present, FindingState.Absent, FindingState.Absent, FindingState.Invalid, FindingState.Unavailable, FindingState.NotSought)
        select Found.InState(state, there);
}
