using InstallGuard.Text;

namespace InstallGuard.Identity;

/// <summary>
/// Who signed a package as its author: what certificate authorities vouch for and what stays the same when a
/// certificate is renewed or bought elsewhere. Never the thumbprint, serial number or validity; and neither the authority nor
/// the place, which authorities spell anew each year, but where nothing else tells two people of one name apart.
/// </summary>
/// <param name="Name">The subject's common name (CN).</param>
/// <param name="Organization">The subject's organization (O), or null where the certificate names none.</param>
/// <param name="Country">The subject's country (C), two letters, or null.</param>
/// <param name="Registration">
/// The number under which the organization is registered (the subject's serialNumber, 2.5.4.5), without spaces, or null.
/// </param>
/// <param name="Subscriber">
/// The subscriber identity that a signing service puts into an extended key usage of its own and keeps across
/// certificates, as a dotted object identifier, or null.
/// </param>
public sealed record AuthorIdentity(string Name, string? Organization, string? Country, string? Registration, string? Subscriber)
    : IEquatable<AuthorIdentity>
{
    /// <summary>Where the author is, and who says so; null where it is not known, or not needed.</summary>
    public AuthorCertification? Certified { get; init; }

    /// <summary>What is remembered: the place only where it has to tell people of one name apart.</summary>
    public AuthorIdentity AsPinned => IsBound || Certified is { NamesPlace: false } ? this with { Certified = null } : this;

    /// <summary>
    /// What is remembered where this one continues <paramref name="pinned"/>: all that both say, and the place for as long as
    /// a pin before has one, so that two pins can be compared.
    /// </summary>
    public AuthorIdentity AsPinnedAfter(AuthorIdentity pinned) =>
        pinned.Certified is null ? KeepingStatementsOf(pinned).AsPinned : KeepingStatementsOf(pinned);

    // A number that belongs to one company, or a subscriber whom a signing service knows, tells namesakes apart.
    private bool IsBound => Registration is not null || Subscriber is not null;

    /// <summary>
    /// Whether a certificate that says <paramref name="seen"/> is one that this publisher could honestly have got after
    /// the one that was pinned. Name, organization and country must agree. A pinned registration must still be there:
    /// two companies of one name in one country differ in nothing else. A subscriber identity belongs to one signing
    /// service and goes when the publisher buys elsewhere, so it must agree only where both state one.
    /// </summary>
    public bool IsContinuedBy(AuthorIdentity seen) =>
        NameText.Same(Name, seen.Name)
        && NameText.Same(Organization, seen.Organization)
        && NameText.Same(Country, seen.Country)
        && (Registration is null || NameText.Same(Registration, seen.Registration))
        && (Subscriber is null || seen.Subscriber is null || NameText.Same(Subscriber, seen.Subscriber));

    /// <summary>
    /// Whether <paramref name="seen"/> continues this author, and is not to be taken for a namesake: some number that was
    /// pinned is still there, or else the place or the authority is as it was. A subscriber identity that is gone leaves
    /// nothing but the name.
    /// </summary>
    public bool IsSurelyContinuedBy(AuthorIdentity seen) =>
        IsContinuedBy(seen)
        && (Registration is not null || (Subscriber is null
            ? AsPinned.Certified is not { } before || (seen.Certified is { } now && !before.IsElsewhere(now))
            : seen.Subscriber is not null));

    /// <summary>Whether whoever surely continues this one surely continues <paramref name="before"/>.</summary>
    // A number in place of a place would let in a namesake who has that number.
    public bool IsAsStrictAs(AuthorIdentity before) =>
        before.IsContinuedBy(this)
        && KeepingStatementsOf(before).StatesTheSameAs(this)
        && (before.Registration is not null || before is { Subscriber: null, Certified: null }
            || (StatesTheSameAs(before) && (before.Certified is not { } place || (Certified is { } now && now.KeepsAllOf(place)))));

    /// <summary>Whether both state the same, but for the place and who certified it.</summary>
    public bool StatesTheSameAs(AuthorIdentity other) => (this with { Certified = null }).Equals(other with { Certified = null });

    /// <summary>
    /// This identity with what the pinned one stated besides and this one leaves out, so that a pin never forgets a
    /// statement because one certificate did not repeat it.
    /// </summary>
    public AuthorIdentity KeepingStatementsOf(AuthorIdentity pinned) => this with
    {
        Registration = Registration ?? pinned.Registration,
        Subscriber = Subscriber ?? pinned.Subscriber,
        Certified = pinned.Certified is { } before ? Certified?.KeepingPlaceOf(before) : Certified,
    };

    /// <summary>Whether both state the same of everything.</summary>
    public bool Equals(AuthorIdentity? other) =>
        other is not null
        && NameText.Same(Name, other.Name)
        && NameText.Same(Organization, other.Organization)
        && NameText.Same(Country, other.Country)
        && NameText.Same(Registration, other.Registration)
        && NameText.Same(Subscriber, other.Subscriber)
        && Equals(Certified, other.Certified);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(NameText.Hash(Name), NameText.Hash(Organization), NameText.Hash(Country));

    /// <inheritdoc/>
    public override string ToString()
    {
        var parts = new List<string>();
        if (Organization is not null)
        {
            parts.Add($"organization {Quoted.Text(Organization)}");
        }

        if (Country is not null)
        {
            parts.Add($"country {Quoted.Text(Country)}");
        }

        if (Registration is not null)
        {
            parts.Add($"registration {Quoted.Text(Registration)}");
        }

        if (Subscriber is not null)
        {
            parts.Add($"subscriber {Quoted.Text(Subscriber)}");
        }

        return parts.Count == 0 ? Quoted.Text(Name) : $"{Quoted.Text(Name)} ({string.Join(", ", parts)})";
    }
}
