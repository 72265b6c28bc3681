using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Replay;

/// <summary>One version of a real package, with what its signatures prove.</summary>
/// <param name="Package">Id and version.</param>
/// <param name="Evidence">What a look at it finds.</param>
/// <param name="Author">The fingerprint of the author's certificate, or null. For the naive rules only.</param>
/// <param name="AuthorSubject">The subject of the author's certificate as it is spelled, or null. For the naive rules only.</param>
/// <param name="Repository">The fingerprint of the repository's certificate, or null. For the naive rules only.</param>
public sealed record Release(Package Package, PackageEvidence Evidence, string? Author, string? AuthorSubject, string? Repository)
{
    /// <summary>When the repository signed it.</summary>
    public DateTimeOffset Published { get; } =
        Evidence.Repository.Verified?.Time is SignatureTime.Trusted trusted ? trusted.At : DateTimeOffset.MinValue;
}
