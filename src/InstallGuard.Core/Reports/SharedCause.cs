using System.Globalization;
using System.Text;
using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Identity;
using InstallGuard.Policies;

namespace InstallGuard.Reports;

/// <summary>One cause for which several packages are blocked. It is said once, with their names.</summary>
// error IG3001: 13 packages cannot be compared with the lock that was reviewed
//    packages: Autofac 4.9.4, Dapper 2.1.0, … and 11 more
//     because: origin/main, the target of this pull request (…), is not in this clone
//     usually: …
//        help: fetch it with its history …
public sealed class SharedCause
{
    private const int MostNames = 10;

    private readonly Change _change;

    private SharedCause(IReadOnlyList<CheckedPackage> packages) => (Packages, _change) = (packages, PackageMessage.Shown(packages[0]).First());

    /// <summary>The packages, in the order of the check.</summary>
    public IReadOnlyList<CheckedPackage> Packages { get; }

    /// <summary>The code of the rule.</summary>
    public string Code => _change.Rule.Code;

    /// <summary>What packages that are blocked for one cause have in common; null where the cause is the package's own.</summary>
    public static string? KeyOf(CheckedPackage package) => package.Passes || PackageMessage.Shown(package).ToList() is not [var only] ? null
        : package.Verdict.Kind == VerdictKind.FirstUse ? only.Rule.Code
        : only.Cause is { } cause ? $"{only.Rule.Code} {cause}" : null;

    /// <summary>The causes that more than one of these packages has.</summary>
    public static IReadOnlyList<SharedCause> Among(IEnumerable<CheckedPackage> packages) =>
        [.. packages.GroupBy(KeyOf).Where(group => group.Key is not null && group.Count() > 1).Select(group => new SharedCause([.. group]))];

    /// <summary>The whole message, several lines. Safe to show.</summary>
    public string Text()
    {
        var text = new StringBuilder($"{PackageMessage.Severity(Disposition.Block)} {Code}: {Summary}");
        MessageLine.Write(text, "packages", Names);
        if (Because is { } because)
        {
            MessageLine.Write(text, "because", because);
        }

        MessageLine.Write(text, "usually", _change.Usually);
        if (Help is { } help)
        {
            MessageLine.Write(text, "help", help);
        }

        return text.ToString();
    }

    /// <summary>The same in one line, for logs that write severity and code themselves. Safe to show.</summary>
    public string Line() =>
        $"{Summary}; packages: {Names}{(Because is { } because ? $"; because: {because}" : "")}; usually: {_change.Usually}{(Help is { } help ? $"; help: {help}" : "")}";

    /// <summary>What is said of a package whose cause was said before, in one line. Safe to show.</summary>
    public static string Again(CheckedPackage package) => Again(PackageMessage.Shown(package).First().Rule, package.Package);

    /// <summary>The same of a package that was not looked at.</summary>
    public static string Again(Rule rule, Package package) => $"{rule.Code}: {Visible.Text(package.ToString())}: blocked for the reason that is said above";

    private string Summary
    {
        get
        {
            var count = string.Create(CultureInfo.InvariantCulture, $"{Packages.Count} packages");
            return _change.Rule == RuleCatalog.FirstUse ? $"{count} have no pin, and the lock may not be changed here"
                : _change.Rule == RuleCatalog.LockWeakened ? $"{count} have lost their pins, and no acceptance says why"
                : _change.Summary == RuleCatalog.Undetermined.Summary ? $"could not find out who published {count}"
                : $"{count} {_change.Summary}";
        }
    }

    private string Names
    {
        get
        {
            var names = Packages.Take(MostNames).Select(package => _change.Rule == RuleCatalog.FirstUse
                ? $"{Visible.Text(package.Package.ToString())} ({PublisherWords.Brief(package)})"
                : Visible.Text(package.Package.ToString()));
            return string.Join(", ", names) + (Packages.Count > MostNames ? string.Create(CultureInfo.InvariantCulture, $", and {Packages.Count - MostNames} more") : "");
        }
    }

    private string? Because => _change.Cause is { } cause ? Visible.Line(cause) : null;

    private string? Help => _change.Rule == RuleCatalog.FirstUse ? LockedFirstUse.Help(Packages[0], isOfSeveral: true) : PackageMessage.Help(Packages[0], _change);
}
