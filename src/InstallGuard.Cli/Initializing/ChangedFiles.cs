namespace InstallGuard.Cli.Initializing;

/// <summary>What was changed in a repository, until it is kept: otherwise it is all taken back, the lock included.</summary>
internal sealed class ChangedFiles : IDisposable
{
    private readonly List<FileChange> _made = [];
    private readonly string _lockPath;
    private readonly byte[]? _lock;
    private bool _isKept;

    /// <param name="lockPath">The lock, which restores may write.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public ChangedFiles(string lockPath) => (_lockPath, _lock) = (lockPath, Lock(lockPath));

    /// <summary>The changes, in order.</summary>
    public IReadOnlyList<FileChange> Made => _made;

    /// <summary>Makes changes.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public void Make(IEnumerable<FileChange> changes)
    {
        foreach (var change in changes)
        {
            change.Make();
            _made.Add(change);
        }
    }

    /// <summary>Keeps them.</summary>
    public void Keep() => _isKept = true;

    /// <summary>Takes back what is not kept.</summary>
    public void Dispose()
    {
        if (_isKept)
        {
            return;
        }

        foreach (var change in Enumerable.Reverse(_made))
        {
            change.Reversed.Make();
        }

        _made.Clear();
        if (_lock is null)
        {
            File.Delete(_lockPath);
        }
        else if (Lock(_lockPath) is not { } now || !now.AsSpan().SequenceEqual(_lock))
        {
            File.WriteAllBytes(_lockPath, _lock);
        }
    }

    private static byte[]? Lock(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;
}
