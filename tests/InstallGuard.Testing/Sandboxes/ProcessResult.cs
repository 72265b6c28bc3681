namespace InstallGuard.Testing;

/// <summary>A finished process.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="Output">All of its standard output.</param>
/// <param name="Error">All of its standard error.</param>
public sealed record ProcessResult(int ExitCode, string Output, string Error)
{
    /// <summary>Everything that a person would want to read when an assertion fails.</summary>
    public override string ToString() => $"exit code {ExitCode}\n--- output\n{Output}\n--- error\n{Error}";
}
