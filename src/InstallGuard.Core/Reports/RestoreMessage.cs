using System.Text;

namespace InstallGuard.Reports;

/// <summary>What is said about a <see cref="RestoreProblem"/>: severity, code, what happened, why, what it usually is, what to do.</summary>
// error IG5001: the lock file cannot be read
//     because: installguard.lock.json: line 12, column 5: …
//     usually: a merge that was not finished, an edit by hand, or a lock of a newer InstallGuard
//        help: …
public static class RestoreMessage
{
    /// <summary>The whole message, several lines. Safe to show.</summary>
    public static string Text(RestoreProblem problem)
    {
        var text = new StringBuilder($"{Severity} {problem.Rule.Code}: {Subject(problem)}{problem.Summary}");
        MessageLine.Write(text, "because", Visible.Text(problem.Because));
        if (problem.Usually is { } usually)
        {
            MessageLine.Write(text, "usually", usually);
        }

        MessageLine.Write(text, "help", problem.Help);
        return text.ToString();
    }

    /// <summary>
    /// The same in one line, for logs that take every line for a message of its own and write severity and code themselves.
    /// Safe to show.
    /// </summary>
    public static string Line(RestoreProblem problem) =>
        $"{Subject(problem)}{problem.Summary}: {Visible.Text(problem.Because)}{(problem.Usually is { } usually ? $"; usually: {usually}" : "")}; help: {problem.Help}";

    /// <summary>The severity of all of them: none lets a restore through.</summary>
    public const string Severity = "error";

    private static string Subject(RestoreProblem problem) => problem.Package is { } package ? $"{Visible.Text(package.ToString())}: " : "";
}
