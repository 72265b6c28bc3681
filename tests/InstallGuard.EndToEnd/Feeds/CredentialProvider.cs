using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Feeds;

/// <summary>The credential provider of a sandbox's user.</summary>
internal static class CredentialProvider
{
    public const string Name = "CredentialProvider.Contoso";
    public const string Tool = "nuget-plugin-contoso";

    private static readonly string Built = Guarded.Program("InstallGuard.CredentialProvider");

    /// <summary>Its assembly.</summary>
    public static string Assembly { get; } = Path.Combine(Built, $"{Name}.dll");

    /// <summary>From now on it knows this user; before that it knows nobody.</summary>
    public static void Knows(this Sandbox sandbox, string user, string password)
    {
        sandbox.SetVariable("CONTOSO_USER", user);
        sandbox.SetVariable("CONTOSO_PASSWORD", password);
    }

    /// <summary>As its installer does it.</summary>
    public static void InstallBelowHome(Sandbox sandbox)
    {
        var folder = Directory.CreateDirectory(Path.Combine(sandbox.Home, ".nuget", "plugins", "netcore", Name)).FullName;
        foreach (var file in Directory.EnumerateFiles(Built))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    /// <summary>As `dotnet tool install` does it: a program on PATH.</summary>
    public static void InstallAsTool(Sandbox sandbox) =>
        sandbox.SetVariable("PATH", $"{MakeTool(sandbox)}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}");

    /// <summary>The folder of a program that is the provider.</summary>
    public static string MakeTool(Sandbox sandbox)
    {
        var folder = Directory.CreateDirectory(Path.Combine(sandbox.Root, "provider")).FullName;
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllText(Path.Combine(folder, $"{Tool}.bat"), $"@\"{dotnet}\" \"{Assembly}\" %*\r\n");
        }
        else
        {
            var program = Path.Combine(folder, Tool);
            File.WriteAllText(program, $"#!/bin/sh\nexec '{dotnet}' '{Assembly}' \"$@\"\n");
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }
}
