namespace InstallGuard.Testing;

/// <summary>The variables that a sandboxed process sees: a few of the machine's, and ours. Nothing else gets in.</summary>
internal static class SandboxEnvironment
{
    private static readonly string[] FromTheMachine =
    [
        "PATH", "DOTNET_ROOT", "LANG",

        // Without these the machine's own package source may be out of reach.
        "SSL_CERT_FILE", "SSL_CERT_DIR", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy",

        // Windows processes do not start without them.
        "SystemRoot", "SystemDrive", "ComSpec", "PATHEXT", "ProgramFiles", "ProgramFiles(x86)", "ProgramData", "NUMBER_OF_PROCESSORS",
    ];

    public static Dictionary<string, string> For(Sandbox sandbox)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = sandbox.Home,
            ["USERPROFILE"] = sandbox.Home,
            ["APPDATA"] = Path.Combine(sandbox.Home, "AppData", "Roaming"),
            ["LOCALAPPDATA"] = sandbox.Data,
            ["XDG_DATA_HOME"] = sandbox.Data,
            ["XDG_CONFIG_HOME"] = Path.Combine(sandbox.Home, ".config"),
            ["XDG_CACHE_HOME"] = Path.Combine(sandbox.Home, ".cache"),
            ["TMPDIR"] = sandbox.Temp,
            ["TEMP"] = sandbox.Temp,
            ["TMP"] = sandbox.Temp,
            ["NUGET_PACKAGES"] = sandbox.Packages,
            ["NUGET_HTTP_CACHE_PATH"] = sandbox.HttpCache,
            ["NUGET_CERT_REVOCATION_MODE"] = "offline",
            ["NO_PROXY"] = "127.0.0.1,localhost",
            ["no_proxy"] = "127.0.0.1,localhost",
            ["DOTNET_CLI_HOME"] = sandbox.Home,
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
            ["DOTNET_ADD_GLOBAL_TOOLS_TO_PATH"] = "false",
            ["DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE"] = "true",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",

            // Nothing runs long enough in a test to be worth compiling twice, or collecting often: a fifth of the processor time.
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_TC_CallCounting"] = "0",
            ["DOTNET_GCgen0size"] = "0x4000000",
        };
        foreach (var name in FromTheMachine)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                environment[name] = value;
            }
        }

        return environment;
    }
}
