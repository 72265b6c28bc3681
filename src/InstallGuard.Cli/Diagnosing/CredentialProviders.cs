using InstallGuard.Adapters.Session;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Diagnosing;

/// <summary>The credential providers that NuGet finds here, with and without us.</summary>
internal static class CredentialProviders
{
    public static IEnumerable<Finding> Of(Func<string, string?> environment)
    {
        var plugins = CredentialPlugins.Of(environment);
        var found = plugins.Where(plugin => plugin is not CredentialPlugin.Unusable).Select(plugin => plugin.Path).ToList();
        yield return new(Diagnosis.Fine, found.Count == 0
            ? "credential providers: none found"
            : $"credential providers: {Visible.Text(string.Join(", ", found))}");
        foreach (var unusable in plugins.OfType<CredentialPlugin.Unusable>())
        {
            yield return new(
                Diagnosis.Gap,
                $"a credential provider is named and cannot be used: {Visible.Text(unusable.Path)}: {unusable.Because}",
                "name its .dll in NUGET_NETCORE_PLUGIN_PATHS, or its program nuget-plugin-… in NUGET_PLUGIN_PATHS");
        }
    }
}
