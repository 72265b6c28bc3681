namespace InstallGuard.Ledger;

/// <summary>The text is not a lock file. Says where and why.</summary>
public sealed class LockFormatException : FormatException
{
    internal LockFormatException(int line, int column, string problem)
        : base($"line {line}, column {column}: {problem}") => (Line, Column, Problem) = (line, column, problem);

    /// <summary>Line of the problem, from 1.</summary>
    public int Line { get; }

    /// <summary>Column of the problem in bytes, from 1.</summary>
    public int Column { get; }

    /// <summary>What is wrong there. May hold text from the file.</summary>
    public string Problem { get; }
}
