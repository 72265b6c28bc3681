using System.Collections.Immutable;
using InstallGuard.Identity;
using InstallGuard.Text;

namespace InstallGuard.Ledger;

/// <summary>
/// Reads a lock file, strictly: whatever the format does not name is an error with line and column, and nothing that is
/// not a lock is ever read as an empty one.
/// </summary>
public static class LockReader
{
    /// <summary>The largest lock that is read, in bytes: about a hundred thousand packages.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    /// <summary>Reads the bytes of a lock file.</summary>
    /// <exception cref="LockFormatException">They are not a lock file of a format that this version knows.</exception>
    public static LockDocument Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LargestFile)
        {
            throw new LockFormatException(1, 1, $"the file has {bytes.Length} bytes, more than {LargestFile}");
        }

        var json = StrictJson.Parse(bytes);
        json.BeginObject();
        json.Expect(LockMembers.Version);
        var version = json.ReadNumber();
        if (version != LockMembers.FormatVersion)
        {
            throw json.Problem(
                $"format {version} is not known to this version of InstallGuard, which reads format {LockMembers.FormatVersion}"
                + (version > LockMembers.FormatVersion ? "; use a newer one" : ""));
        }

        json.Expect(LockMembers.Packages);
        var packages = ReadPackages(json);
        json.EndObject();
        json.EndFile();
        return LockDocument.Of(packages);
    }

    private static LockDocument.Entry[] ReadPackages(StrictJson json)
    {
        var known = new HashSet<PackageId>();
        var packages = new List<LockDocument.Entry>();
        json.BeginObject();
        while (json.TryReadName(out var name))
        {
            if (!PackageId.TryParse(name, out var id))
            {
                throw json.Problem($"{Quoted.Text(name)} is not a package id");
            }

            if (!known.Add(id))
            {
                throw json.Problem($"{Quoted.Text(name)} stands here a second time");
            }

            packages.Add(new(id, ReadPins(json, id)));
        }

        json.EndObject();
        return [.. packages];
    }

    private static ImmutableArray<Pin> ReadPins(StrictJson json, PackageId id)
    {
        var pins = ImmutableArray.CreateBuilder<Pin>();
        json.BeginArray();
        while (json.TryBeginItem())
        {
            var pin = PinReader.Read(json);
            if (pins.Count > 0 && pins[^1].Since >= pin.Since)
            {
                throw json.Problem($"the pins of {id} must be in order: {pin.Since} comes after {pins[^1].Since}");
            }

            // The contents of any other package would let one version of it come from anywhere.
            if (pin.Identity.Contents is not null && !OwnPackage.Is(id))
            {
                throw json.Problem($"only InstallGuard's own package is pinned by {LockMembers.Sha512}, and {id} is another");
            }

            pins.Add(pin);
        }

        json.EndArray();
        return pins.Count > 0 ? pins.ToImmutable() : throw json.Problem($"{id} has no pin");
    }
}
