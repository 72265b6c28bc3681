using InstallGuard.Identity;

namespace InstallGuard.Cli.Comparing;

/// <summary>A release as it is named on the command line: <see cref="InFile"/> or <see cref="InSources"/>.</summary>
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
