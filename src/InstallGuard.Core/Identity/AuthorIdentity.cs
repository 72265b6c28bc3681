using InstallGuard.Text;

namespace InstallGuard.Identity;

/// <summary>
/// Who signed a package as its author: what certificate authorities vouch for and what stays the same when a
/// certificate is renewed or bought elsewhere. Never the thumbprint, serial number, validity or issuing authority, and
/// never locality or street, which authorities spell anew each year.
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
    /// <summary>
    /// Whether a certificate that says <paramref name="seen"/> is one that this publisher could honestly have got after
    /// the one that was pinned. Name, organization and country must agree. A pinned registration must still be there:
    /// two companies of one name in one country differ in nothing else. A subscriber identity belongs to one signing
    /// service and goes when the publisher buys elsewhere, so it must agree only where both state one.
    /// </summary>
    public bool IsContinuedBy(AuthorIdentity seen) =>
        SameText(Name, seen.Name)
        && SameText(Organization, seen.Organization)
        && SameText(Country, seen.Country)
        && (Registration is null || SameText(Registration, seen.Registration))
        && (Subscriber is null || seen.Subscriber is null || SameText(Subscriber, seen.Subscriber));

    /// <summary>
    /// This identity with what the pinned one stated besides and this one leaves out, so that a pin never forgets a
    /// statement because one certificate did not repeat it.
    /// </summary>
    public AuthorIdentity KeepingStatementsOf(AuthorIdentity pinned) => this with
    {
        Registration = Registration ?? pinned.Registration,
        Subscriber = Subscriber ?? pinned.Subscriber,
    };

    /// <summary>Whether both state the same of everything.</summary>
    public bool Equals(AuthorIdentity? other) =>
        other is not null
        && SameText(Name, other.Name)
        && SameText(Organization, other.Organization)
        && SameText(Country, other.Country)
        && SameText(Registration, other.Registration)
        && SameText(Subscriber, other.Subscriber);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Hash(Name), Hash(Organization), Hash(Country));

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

    // RFC 5280, section 7.1: names compare without regard to case and to how much white space separates words. Letters that
    // merely have the same upper case, such as the long s and s, are not the same.
    private static bool SameText(string? left, string? right) =>
        string.Equals(left, right, StringComparison.Ordinal) || string.Equals(Words(left), Words(right), StringComparison.OrdinalIgnoreCase);

    private static int Hash(string? text) => StringComparer.OrdinalIgnoreCase.GetHashCode(Words(text));

    private static string Words(string? text) =>
        text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
