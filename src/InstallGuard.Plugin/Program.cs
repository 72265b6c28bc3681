using InstallGuard.Adapters.Sdk;

namespace InstallGuard.Plugin;

/// <summary>Starts the plugin. NuGet calls it with <c>-Plugin</c> and talks over standard input and output.</summary>
internal static class Program
{
    private const int Ended = 0;
    private const int CannotStart = 1;

    private static async Task<int> Main(string[] args)
    {
        if (args is not ["-Plugin"])
        {
            await Console.Error.WriteLineAsync("nuget-plugin-installguard is started by NuGet; run `installguard restore` instead");
            return CannotStart;
        }

        try
        {
            var sdk = DotNetSdk.Find(Environment.GetEnvironmentVariable);
            SdkAssemblies.LoadFrom(sdk);

            // NuGet's verifier looks for its roots below the application's own folder.
            AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", sdk.Folder + Path.DirectorySeparatorChar);

            // This is the plugin: NuGet's classes must not go looking for one.
            Environment.SetEnvironmentVariable("NUGET_NETCORE_PLUGIN_PATHS", null);
            Environment.SetEnvironmentVariable("NUGET_PLUGIN_PATHS", null);
            await Wire.PluginHost.RunAsync(sdk);
            return Ended;
        }
        catch (DotNetSdkNotFoundException missing)
        {
            await Console.Error.WriteLineAsync($"nuget-plugin-installguard: {missing.Message}");
            return CannotStart;
        }
    }
}
