using System.Text.RegularExpressions;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Failures;

/// <summary>How a run must end.</summary>
internal static partial class Ending
{
    /// <summary>Asserts the exit code, that these texts were said, and that no stack trace was.</summary>
    public static ProcessResult EndsWith(this ProcessResult result, int exitCode, params string[] said)
    {
        Assert.AreEqual(exitCode, result.ExitCode, result.ToString());
        foreach (var text in said)
        {
            Assert.Contains(text, result.Output + result.Error, result.ToString());
        }

        Assert.IsFalse(StackFrame().IsMatch(result.Output + result.Error), result.ToString());
        return result;
    }

    /// <summary>Asserts that these texts were not said.</summary>
    public static ProcessResult Without(this ProcessResult result, params string[] texts)
    {
        foreach (var text in texts)
        {
            Assert.DoesNotContain(text, result.Output + result.Error, result.ToString());
        }

        return result;
    }

    [GeneratedRegex(@"^\s*at [\w.<>`\[\]+]+\(|--- End of (inner|stack)", RegexOptions.Multiline)]
    private static partial Regex StackFrame();
}
