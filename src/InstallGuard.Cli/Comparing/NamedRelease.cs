using InstallGuard.Identity;

namespace InstallGuard.Cli.Comparing;

/// <summary>A release as it is named on the command line: <see cref="InFile"/>, <see cref="InSources"/> or <see cref="InUse"/>.</summary>
internal abstract record NamedRelease
{
    private const string Extension = ".nupkg";

    private NamedRelease()
    {
    }

    /// <summary>A package file.</summary>
    public sealed record InFile(string Path) : NamedRelease;

    /// <summary>A version that the sources of the NuGet configuration have.</summary>
    public sealed record InSources(Package Package) : NamedRelease;

    /// <summary>The version of a package that the repository uses, where it uses one.</summary>
    public sealed record InUse(PackageId Id) : NamedRelease;

    /// <summary>Reads a name, or an id alone.</summary>
    /// <exception cref="FormatException">It is none of them, or the file is not there.</exception>
    public static NamedRelease ParseOrInUse(string text) =>
        !text.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && PackageId.TryParse(text, out var id) ? new InUse(id) : Parse(text);

    /// <summary>The version in use that an id alone stands for.</summary>
    /// <param name="versions">Those in use.</param>
    /// <exception cref="FormatException">It is not exactly one.</exception>
    public NamedRelease In(Func<PackageId, IReadOnlyList<PackageVersion>> versions) => this is not InUse { Id: var id } ? this : versions(id) switch
    {
        [var only] => new InSources(new(id, only)),
        [] => throw new FormatException($"no project here uses {id}, as far as they are restored; name a version, as {id}@<version>, or a {Extension} file"),
        var several => throw new FormatException($"several versions of {id} are used here; name one: {string.Join(", ", several.Select(version => $"{id}@{version}"))}"),
    };

    /// <summary>Reads a name. By its ending, so that no file that lies about can stand in for <c>id@version</c>.</summary>
    /// <exception cref="FormatException">It is neither, or the file is not there.</exception>
    public static NamedRelease Parse(string text)
    {
        var shown = Reports.Visible.Text(text);
        if (text.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            return File.Exists(text) ? new InFile(text) : throw new FormatException($"there is no file {shown}");
        }

        var parts = text.Split('@', 2);
        return parts.Length == 2 && PackageId.TryParse(parts[0], out var id) && PackageVersion.TryParse(parts[1], out var version)
            ? new InSources(new(id, version))
            : throw new FormatException($"\"{shown}\" is neither a {Extension} file nor id@version");
    }
}
