namespace InstallGuard.Testing;

/// <summary>A process to be run in a sandbox.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments, unquoted.</param>
public sealed record ProcessRequest(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The folder that it starts in; the sandbox's work folder unless given.</summary>
    public string? Folder { get; init; }

    /// <summary>Variables beyond the sandbox's own; null takes one of those away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>What it reads from standard input.</summary>
    public string Input { get; init; } = "";

    /// <summary>How long it may take before it and all its children are killed.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(3);
}
