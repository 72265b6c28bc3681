using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InstallGuard.Adapters.Packages.Installed;
using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Adapters.Session;

/// <summary>
/// What the last clean check of a restore looked at: while all of it is as it was, the next check can only say the same.
/// A file of this user, outside the repository. Whatever is wrong with it means that the check is made.
/// </summary>
// installguard-stamp/3
// <digest of what the check was about: tool, settings, projects>
// content <SHA-256, or - for no file> <path>      lock, assets, files that name SDKs, git's references
// there <bytes> <ticks> <path>                    the file that NuGet writes last when it installs a package
// files <SHA-256> <path>                          where a commit can change any file of an installed package: all of them
// absent <path>                                   a folder before that one in which the package would be taken instead
// end                                             or else the file is not whole
public sealed class Stamp
{
    private const string Format = "installguard-stamp/3";
    private const string Content = "content";
    private const string There = "there";
    private const string Files = "files";
    private const string Absent = "absent";
    private const string End = "end";
    private const string NoFile = "-";

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
    public bool IsCurrent() => Holds(absentFiles: false);

    /// <summary>Before a restore: whether everything can be as it was once the files are back that are not there.</summary>
    public bool CanBecomeCurrent() => Holds(absentFiles: true);

    // Asked in every restore, of hundreds of lines: so nothing is made of a line but its path.
    private bool Holds(bool absentFiles)
    {
        try
        {
            ReadOnlySpan<byte> rest = File.ReadAllBytes(_path);
            if (!Ascii.Equals(Until('\n', ref rest), Format) || !Ascii.Equals(Until('\n', ref rest), _subject))
            {
                return false;
            }

            var line = Until('\n', ref rest);
            while (IsAsItWas(line, absentFiles))
            {
                line = Until('\n', ref rest);
            }

            return Ascii.Equals(line, End) && rest.IsEmpty;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
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
            File.WriteAllText(draft, string.Join('\n', [Format, _subject, .. taken, .. packages.SelectMany(PackageLines), End, ""]));
            File.Move(draft, _path, overwrite: true);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // Then there is no stamp, or the old one, which says something else.
        }
    }

    private static IEnumerable<string> PackageLines(ResolvedPackage package) =>
        package.PassedOver.Select(path => $"{Absent} {path}").Concat(InstalledLine(package) is { } line ? [line] : []);

    private static string? InstalledLine(ResolvedPackage package) =>
        package.Folder is null ? null
        : package.CameWithRepository ? $"{Files} {InstalledFiles.Digest(package.Folder)} {package.Folder}"
        : ThereLine(package.InstalledMark!);

    private static bool IsAsItWas(ReadOnlySpan<byte> line, bool absentFiles)
    {
        var kind = Until(' ', ref line);
        if (Ascii.Equals(kind, Content))
        {
            var before = Until(' ', ref line);
            return !line.IsEmpty && ContentsOf(PathIn(line)) is var now && (Ascii.Equals(before, now) || (absentFiles && now == NoFile));
        }

        if (Ascii.Equals(kind, There))
        {
            return Number(Until(' ', ref line), out var bytes) && Number(Until(' ', ref line), out var ticks) && !line.IsEmpty
                && new FileInfo(PathIn(line)) is { Exists: true } file && file.Length == bytes && file.LastWriteTimeUtc.Ticks == ticks;
        }

        if (Ascii.Equals(kind, Files))
        {
            var before = Until(' ', ref line);
            return !line.IsEmpty && Ascii.Equals(before, InstalledFiles.Digest(PathIn(line)));
        }

        return Ascii.Equals(kind, Absent) && !line.IsEmpty && !File.Exists(PathIn(line));
    }

    // What stands before the separator; the rest is what stands after it.
    private static ReadOnlySpan<byte> Until(char separator, ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)separator);
        var before = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return before;
    }

    private static bool Number(ReadOnlySpan<byte> text, out long number) =>
        Utf8Parser.TryParse(text, out number, out var read) && read == text.Length;

    private static string PathIn(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text);

    private static string ContentLine(string path) => $"{Content} {ContentsOf(path)} {path}";

    private static string ThereLine(string path) =>
        new FileInfo(path) is { Exists: true } file
            ? string.Create(CultureInfo.InvariantCulture, $"{There} {file.Length} {file.LastWriteTimeUtc.Ticks} {path}")
            : $"{There} - - {path}";

    private static string ContentsOf(string path) => File.Exists(path) ? HashOf(path) : NoFile;

    private static string HashOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Convert.ToHexString(SHA256.HashData(file));
    }

    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
