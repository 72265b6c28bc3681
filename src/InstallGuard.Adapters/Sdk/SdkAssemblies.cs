using System.Reflection;
using System.Runtime.Loader;

namespace InstallGuard.Adapters.Sdk;

/// <summary>
/// Loads NuGet's assemblies, and what they need, from the SDK that runs the restore. Must be in place before a method
/// that names one of their types is compiled.
/// </summary>
public static class SdkAssemblies
{
    /// <summary>From here on, what this application does not bring along comes from the SDK.</summary>
    public static void LoadFrom(DotNetSdk sdk)
    {
        Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
        {
            var path = Path.Combine(sdk.Folder, $"{name.Name}.dll");
            return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        }

        AssemblyLoadContext.Default.Resolving += Resolve;
    }
}
