namespace InstallGuard.Adapters.Workspace;

/// <summary>Git did not answer what cannot be decided without.</summary>
internal sealed class NoAnswerException(GitAnswer instead) : Exception
{
    /// <summary>What came instead.</summary>
    public GitAnswer Instead { get; } = instead;
}
