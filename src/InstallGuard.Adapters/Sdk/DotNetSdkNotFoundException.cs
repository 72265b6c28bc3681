namespace InstallGuard.Adapters.Sdk;

/// <summary>There is no .NET SDK to take NuGet from. The message says where it was looked for.</summary>
public sealed class DotNetSdkNotFoundException(string message) : Exception(message);
