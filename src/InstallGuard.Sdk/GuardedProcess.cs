using InstallGuard.Adapters.Session;

namespace InstallGuard.Sdk;

/// <summary>
/// What the restores of one MSBuild process share. NuGet reads once in a process which plugins there are, and keeps one
/// running from restore to restore; so there is one session for all of them.
/// </summary>
internal static class GuardedProcess
{
    private static readonly Lock Gate = new();
    private static RestoreSession? _session;
    private static string? _subject;

    /// <summary>The plugin, beside this assembly.</summary>
    public static string PluginPath { get; } = Path.Combine(
        Path.GetDirectoryName(typeof(GuardedProcess).Assembly.Location)!, "InstallGuard.Plugin.dll");

    /// <summary>
    /// Whether the command line guards this very restore. It says so with a property of this run of MSBuild, which programs
    /// that the restore starts do not inherit, and with the session that the property lies in.
    /// </summary>
    /// <param name="graph">The file that the command line wants the graph in; empty without it.</param>
    public static bool IsGuardedFromOutside(string graph) =>
        graph.Length > 0 && _session is null
        && Environment.GetEnvironmentVariable(SessionVariables.Session) is { Length: > 0 } folder
        && Path.GetFullPath(graph) == Path.Combine(Path.GetFullPath(folder), RestoreSession.GraphName);

    /// <summary>Makes this process ready for a restore.</summary>
    /// <exception cref="InvalidOperationException">It has restored under another lock or other settings, which the plugin knows; or there is no plugin.</exception>
    /// <exception cref="IOException">The session cannot be written.</exception>
    public static PendingRestore Begin(string target, string[] graph, GuardSettings settings)
    {
        lock (Gate)
        {
            if (!File.Exists(PluginPath))
            {
                throw new InvalidOperationException($"the plugin is missing: {PluginPath}; clear the NuGet packages folder of InstallGuard.Sdk");
            }

            var subject = settings.Subject;
            if (_session is null)
            {
                _session = new();
                _subject = subject;
                AppDomain.CurrentDomain.ProcessExit += (_, _) => _session.Dispose();
            }
            else if (_subject != subject)
            {
                throw new InvalidOperationException("this process has restored under another lock or other settings; run `dotnet build-server shutdown`, and restore again");
            }

            _session.BeginAnother();
            var text = string.Join('\n', graph);
            File.WriteAllText(_session.GraphPath, text);
            return new(target, settings, _session, text);
        }
    }
}
