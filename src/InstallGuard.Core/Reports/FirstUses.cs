using System.Globalization;
using InstallGuard.Checking;
using InstallGuard.Text;

namespace InstallGuard.Reports;

/// <summary>First uses in one line of a build: how many, the three that matter most, and where the rest is.</summary>
public static class FirstUses
{
    private const int MostNames = 3;

    /// <summary>The line. Safe to show.</summary>
    /// <param name="packages">The packages, each with its evidence.</param>
    /// <param name="lockPath">The lock file.</param>
    public static string Line(IReadOnlyCollection<CheckedPackage> packages, string lockPath)
    {
        var (count, file) = (packages.Count, Quoted.Address(Path.GetFileName(lockPath)));
        var names = string.Join(", ", packages.OrderBy(Weight).Take(MostNames).Select(package => $"{Visible.Text(package.Package.ToString())} ({PublisherWords.Brief(package)})"));
        return count <= MostNames
            ? $"used for the first time: {names}; recorded in {file}: review and commit it"
            : string.Create(CultureInfo.InvariantCulture, $"{count} packages used for the first time: {names}, and {count - MostNames} more; all of them are recorded in {file}: review and commit it");
    }

    // The less there is to tell the next version by, the more it matters. InstallGuard's own package was chosen by whoever
    // set it up, and is at work already.
    private static int Weight(CheckedPackage package) => package switch
    {
        { Package.Id.Text: "InstallGuard.Sdk" } => int.MaxValue,
        { Evidence: null } or { Evidence.Identity.IsUnsigned: true } => 0,
        { Evidence: { Provenance.Verified: null, Author.Verified: null, Repository.Verified.Identity.Owners.Count: 0 } } => 1,
        { Evidence: { Provenance.Verified: null, Author.Verified: null } } => 2,
        { Evidence.Provenance.Verified: null } => 3,
        _ => 4,
    };
}
