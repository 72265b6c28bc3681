using InstallGuard.Adapters.Sdk;

namespace InstallGuard.Replay;

/// <summary>
/// Replays real history: <c>dotnet run --project tests/InstallGuard.Replay -- &lt;corpus folder&gt;</c> prints how often a
/// person would have been asked, and every step that asks, as the tables in docs/decisions.md.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is not [var folder] || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("usage: InstallGuard.Replay <corpus folder>");
            return 2;
        }

        // Before a method that needs them is compiled.
        var sdk = DotNetSdk.Find(Environment.GetEnvironmentVariable);
        SdkAssemblies.LoadFrom(sdk);
        Print(folder, sdk.Folder);
        return 0;
    }

    private static void Print(string folder, string sdk) => Console.Write(Report.Of(Corpus.Read(folder, sdk)));
}
