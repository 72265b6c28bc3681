using System.Runtime.CompilerServices;
using InstallGuard.Adapters.Sdk;

namespace InstallGuard.Adapters.Packages;

/// <summary>The SDK whose assemblies and roots the reader needs; loaded before any of it is compiled, as the programs do it.</summary>
internal static class SdkOfTheTests
{
    public static DotNetSdk Found { get; } = DotNetSdk.Find(Environment.GetEnvironmentVariable);

#pragma warning disable CA2255 // A test host has no Main of ours.
    [ModuleInitializer]
    internal static void Load() => SdkAssemblies.LoadFrom(Found);
#pragma warning restore CA2255
}
