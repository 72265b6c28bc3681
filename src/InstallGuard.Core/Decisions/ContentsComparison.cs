using InstallGuard.Decisions.Rules;
using InstallGuard.Identity;

namespace InstallGuard.Decisions;

/// <summary>Compares InstallGuard's own package with its pinned contents, where it has nothing better to show.</summary>
public static class ContentsComparison
{
    /// <summary>
    /// The pin that applies to a version of it: contents are those of one version, so that nothing unsigned speaks for
    /// another one.
    /// </summary>
    /// <returns>Null when the version has no pin.</returns>
    public static Pin? PinFor(PackageVersion version, IReadOnlyCollection<Pin> pins) =>
        pins.FirstOrDefault(pin => pin.Since == version)
        ?? (PinSelection.For(version, pins) is { Identity.IsUnsigned: false } signed ? signed : null);

    /// <summary>The change; null when there is none, and for a package that carries evidence.</summary>
    public static Change? Between(PublisherIdentity pinned, Look.Seen seen) =>
        pinned.Contents is { } before && seen.Identity is { IsUnsigned: true } now && !before.Equals(now.Contents) ? ContentChanged.Of(before, now) : null;

    /// <summary>Whether one is the first use of another version of it than the one that was pinned.</summary>
    public static bool MayFollow(PublisherIdentity before, PublisherIdentity now) => before.IsUnsigned && now.Contents is not null;
}
