using System.Reflection;

namespace InstallGuard.Cli.Initializing;

/// <summary>The version of this program, which is that of the MSBuild SDK that it was packed with.</summary>
internal static class ProductVersion
{
    /// <summary>As packages are numbered.</summary>
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
