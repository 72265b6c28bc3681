using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Adapters.Session;

/// <summary>
/// What the last clean check of a restore looked at: while all of it is as it was, the next check can only say the same.
/// A file of this user, outside the repository. Whatever is wrong with it means that the check is made.
/// </summary>
// installguard-stamp/1
// <digest of what the check was about: tool, settings, projects>
// content <SHA-256, or - for no file> <path>      lock and assets files
// there <bytes> <ticks> <path>                    the file that NuGet writes last when it installs a package
// absent <path>                                   a folder before that one in which the package would be taken instead
public sealed class Stamp
{
    private const string Format = "installguard-stamp/1";
    private const string Content = "content";
    private const string There = "there";
    private const string Absent = "absent";

    private readonly string _path;
    private readonly string _subject;

    /// <param name="folder">Where stamps lie.</param>
    /// <param name="target">The project or solution that is restored.</param>
    /// <param name="subject">All that the check depends on and that is in no file below.</param>
    public Stamp(string folder, string target, string subject)
    {
        _path = Path.Combine(folder, $"{Digest(target)}.txt");
        _subject = Digest(subject);
    }

    /// <summary>Whether everything is as it was at the last clean check.</summary>
    public bool IsCurrent()
    {
        try
        {
            var lines = File.ReadAllLines(_path);
            return lines is [Format, var subject, _, ..] && subject == _subject && lines.Skip(2).All(IsAsItWas);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>What these files hold now; taken before a check, so that it says what the check looked at.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<string> Take(IEnumerable<string> files) =>
        [.. files.Distinct(StringComparer.Ordinal).Select(ContentLine)];

    /// <summary>Writes down what a clean check looked at. When that fails the next check is made again.</summary>
    /// <param name="taken">What <see cref="Take"/> said of the files whose contents decide.</param>
    /// <param name="packages">The packages that were looked at.</param>
    public void Write(IEnumerable<string> taken, IEnumerable<ResolvedPackage> packages)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            var draft = $"{_path}.{Path.GetRandomFileName()}";
            File.WriteAllLines(draft, [Format, _subject, .. taken, .. packages.SelectMany(PackageLines)]);
            File.Move(draft, _path, overwrite: true);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // Then there is no stamp, or the old one, which says something else.
        }
    }

    private static IEnumerable<string> PackageLines(ResolvedPackage package) =>
        package.PassedOver.Select(path => $"{Absent} {path}").Concat(package.InstalledMark is { } mark ? [ThereLine(mark)] : []);

    private static bool IsAsItWas(string line) => line.Split(' ', 2) switch
    {
        [Content, var rest] => rest.Split(' ', 2) is [_, var path] && ContentLine(path) == line,
        [There, var rest] => rest.Split(' ', 3) is [_, _, var path] && ThereLine(path) == line,
        [Absent, var path] => !File.Exists(path),
        _ => false,
    };

    private static string ContentLine(string path) => $"{Content} {(File.Exists(path) ? HashOf(path) : "-")} {path}";

    private static string ThereLine(string path) =>
        new FileInfo(path) is { Exists: true } file
            ? string.Create(CultureInfo.InvariantCulture, $"{There} {file.Length} {file.LastWriteTimeUtc.Ticks} {path}")
            : $"{There} - - {path}";

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(file));
    }

    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
