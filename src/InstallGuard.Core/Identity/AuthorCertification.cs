using InstallGuard.Text;

namespace InstallGuard.Identity;

/// <summary>
/// Where an author's certificate says that the author is, and which authority found that out. Neither is the author's
/// identity, and each changes for itself when people move or buy elsewhere; but where both are others, it may be somebody
/// else of the same name.
/// </summary>
/// <param name="Locality">The subject's locality (L), or null.</param>
/// <param name="Region">The subject's state or province (S), or null.</param>
/// <param name="Authority">
/// The organization of the certificate's issuer: authorities issue under new names every few years, as one company.
/// </param>
public sealed record AuthorCertification(string? Locality, string? Region, string Authority) : IEquatable<AuthorCertification>
{
    /// <summary>Whether it says anything about a place.</summary>
    public bool NamesPlace => Locality is not null || Region is not null;

    /// <summary>
    /// Whether another authority certified another place: one that contradicts what this one says, or leaves out some of it.
    /// What is said besides contradicts nothing.
    /// </summary>
    public bool IsElsewhere(AuthorCertification seen) => !HasPlaceOf(seen) && !HasAuthorityOf(seen);

    /// <summary>Whether what satisfies this one satisfies the other as well.</summary>
    public bool KeepsAllOf(AuthorCertification before) =>
        (before.Locality is null || NameText.Same(before.Locality, Locality))
        && (before.Region is null || NameText.Same(before.Region, Region))
        && NameText.Same(before.Authority, Authority);

    /// <summary>This one with the part of the place that it leaves out, where the other part is that of the earlier one.</summary>
    public AuthorCertification KeepingPlaceOf(AuthorCertification before) => this with
    {
        Locality = Locality ?? (Region is null || NameText.Same(Region, before.Region) ? before.Locality : null),
        Region = Region ?? (Locality is null || NameText.Same(Locality, before.Locality) ? before.Region : null),
    };

    /// <summary>Whether both state the same.</summary>
    public bool Equals(AuthorCertification? other) =>
        other is not null
        && NameText.Same(Locality, other.Locality)
        && NameText.Same(Region, other.Region)
        && NameText.Same(Authority, other.Authority);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(NameText.Hash(Locality), NameText.Hash(Region), NameText.Hash(Authority));

    /// <inheritdoc/>
    public override string ToString()
    {
        var place = string.Join(", ", new[] { Locality, Region }.OfType<string>().Select(Quoted.Text));
        return $"{(place.Length == 0 ? "of no place" : $"of {place}")}, certified by {Quoted.Text(Authority)}";
    }

    private bool HasPlaceOf(AuthorCertification seen) =>
        (Locality is null || NameText.Same(Locality, seen.Locality))
        && (Region is null || (seen.Region is { } region && (NameText.Same(Region, region) || PostalAbbreviations.Join(Region, region))));

    // A name without letters and digits is compared as it stands.
    private bool HasAuthorityOf(AuthorCertification seen) =>
        NameText.Same(Authority, seen.Authority)
        || (NameText.Letters(Authority) is { Length: > 0 } letters
            && string.Equals(letters, NameText.Letters(seen.Authority), StringComparison.OrdinalIgnoreCase));
}
