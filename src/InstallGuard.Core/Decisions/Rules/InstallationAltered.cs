using InstallGuard.Evidence;
using InstallGuard.Policies;
using InstallGuard.Text;

namespace InstallGuard.Decisions.Rules;

/// <summary>What a build would use is not what is in the package that it is said to be from.</summary>
internal static class InstallationAltered
{
    public static Rule Rule { get; } = new("IG2011", "installation-altered", VerdictKind.Reject)
    {
        Summary = "the installed files are not those of the package",
        Usually = "files that were changed or added after the installation, an installation that failed half way, or a package made to pass for an installed one",
        Reference = "package",
        Next = NextStep.InstallAgain,
    };

    public static Change Of(InstallationDifference difference) =>
        new(Rule, null, $"{Quoted.Address(difference.File)} ({difference.InPackage})", $"{Quoted.Address(difference.File)} ({difference.Installed})");
}
