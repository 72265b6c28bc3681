namespace InstallGuard.Ledger;

/// <summary>The text is not a lock file. Says where and why.</summary>
public sealed class LockFormatException : FormatException
{
    internal LockFormatException(int line, int column, string problem)
        : base($"line {line}, column {column}: {problem}") => (Line, Column, Problem) = (line, column, problem);

    /// <summary>The same of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What is wrong in it.</param>
    public LockFormatException(string path, LockFormatException problem)
        : base($"{path}: {problem.Message}", problem) => (Line, Column, Problem) = (problem.Line, problem.Column, problem.Problem);

    /// <summary>Line of the problem, from 1.</summary>
    public int Line { get; }

    /// <summary>Column of the problem in bytes, from 1.</summary>
    public int Column { get; }

    /// <summary>What is wrong there. May hold text from the file.</summary>
    public string Problem { get; }
}
