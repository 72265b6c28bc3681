using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;

namespace InstallGuard.Plugin.Guarding;

/// <summary>What the restore is about. A plugin outlives a restore, and the next one of the same process writes the file anew.</summary>
/// <param name="sessionFolder">Where the host writes it, or null.</param>
internal sealed class GraphReading(string? sessionFolder)
{
    private readonly Lock _gate = new();
    private RestoreGraph? _graph;
    private DateTime _written;

    /// <summary>The graph as it is now; null without a host.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public RestoreGraph? Current
    {
        get
        {
            lock (_gate)
            {
                var written = sessionFolder is null ? default : File.GetLastWriteTimeUtc(Path.Combine(sessionFolder, RestoreSession.GraphName));
                if (_graph is null || written != _written)
                {
                    _graph = RestoreSession.GraphIn(sessionFolder);
                    _written = written;
                }

                return _graph;
            }
        }
    }
}
