using System.Runtime.CompilerServices;
using InstallGuard.Adapters.Sdk;

namespace InstallGuard.Cli;

/// <summary>The SDK that the commands under test stand on; loaded before any of them is compiled, as the program does it.</summary>
internal static class SdkOfTheTests
{
    public static DotNetSdk Found { get; } = DotNetSdk.Find(Environment.GetEnvironmentVariable);

#pragma warning disable CA2255 // A test host has no Main of ours.
    [ModuleInitializer]
    internal static void Load() => SdkAssemblies.LoadFrom(Found);
#pragma warning restore CA2255
}
