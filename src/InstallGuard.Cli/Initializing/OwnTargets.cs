namespace InstallGuard.Cli.Initializing;

/// <summary><c>InstallGuard.targets</c>: the file that is ours alone in a repository, and the same in all of them.</summary>
internal static class OwnTargets
{
    public const string Name = "InstallGuard.targets";

    /// <summary>Its text.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(OwnTargets).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"{Name} is not in this program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
