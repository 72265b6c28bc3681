using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;

namespace InstallGuard.Plugin;

/// <summary>Makes the process ready for NuGet's assemblies, and then begins the conversation.</summary>
internal static class Startup
{
    /// <summary>Runs until the client is done.</summary>
    /// <exception cref="DotNetSdkNotFoundException">There is no SDK to take NuGet from.</exception>
    public static Task RunAsync()
    {
        var sdk = DotNetSdk.Find(Environment.GetEnvironmentVariable);
        SdkAssemblies.LoadFrom(sdk);

        // NuGet's verifier looks for its roots below the application's own folder.
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", sdk.Folder + Path.DirectorySeparatorChar);

        var providers = CredentialPlugins.NamesBeside(typeof(Startup).Assembly.Location, Environment.GetEnvironmentVariable);

        // This is the plugin: NuGet's classes must not go looking for one.
        Environment.SetEnvironmentVariable("NUGET_NETCORE_PLUGIN_PATHS", null);
        Environment.SetEnvironmentVariable("NUGET_PLUGIN_PATHS", null);
        return Wire.PluginHost.RunAsync(sdk, providers);
    }
}
