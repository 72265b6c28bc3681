using System.Text.RegularExpressions;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.RealPackages;

/// <summary>The source that a fresh user of this SDK has. Tests that need it are inconclusive where it cannot be reached at all.</summary>
internal static partial class DefaultSource
{
    private static readonly Lazy<Task<string?>> Unreachable = new(FindOutAsync);

    /// <summary>Ends the test as inconclusive when the source is out of reach.</summary>
    public static async Task RequireAsync()
    {
        if (await Unreachable.Value is { } reason)
        {
            Assert.Inconclusive($"the default source cannot be reached: {reason}");
        }
    }

    // By the restore of one package that every feed has, and not by any guarded restore.
    private static async Task<string?> FindOutAsync()
    {
        await using var sandbox = Sandbox.CreateWithDefaultSources();
        var project = sandbox.WriteProject("app", ("Newtonsoft.Json", "13.0.3"));
        sandbox.SetVariable("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "2");
        var result = await sandbox.DotNetAsync("restore", project);
        return result.ExitCode == 0 || !NotReached().IsMatch(result.Output) ? null : result.Output;
    }

    [GeneratedRegex("NU1301")]
    private static partial Regex NotReached();
}
