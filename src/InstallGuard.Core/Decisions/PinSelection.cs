using InstallGuard.Identity;

namespace InstallGuard.Decisions;

/// <summary>Which of a package's pins applies to a version.</summary>
internal static class PinSelection
{
    /// <summary>
    /// The pin with the greatest <c>since</c> that is not above the version, within the same release line: the same
    /// major number. Where the line has none, the nearest pin by version: the one below, and if there is none below,
    /// the lowest of all.
    /// </summary>
    /// <returns>Null when the package has no pin.</returns>
    public static Pin? For(PackageVersion version, IReadOnlyCollection<Pin> pins)
    {
        var below = pins.Where(pin => pin.Since <= version).ToList();
        return below.Where(pin => pin.Since.Major == version.Major).MaxBy(pin => pin.Since)
            ?? below.MaxBy(pin => pin.Since)
            ?? pins.MinBy(pin => pin.Since);
    }
}
