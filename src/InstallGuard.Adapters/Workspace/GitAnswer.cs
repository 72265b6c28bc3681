using InstallGuard.Text;

namespace InstallGuard.Adapters.Workspace;

/// <summary>What came of asking git: <see cref="Said"/>, <see cref="Failed"/>, <see cref="NotInstalled"/> or <see cref="Late"/>.</summary>
public abstract record GitAnswer
{
    private GitAnswer()
    {
    }

    /// <summary>It answered.</summary>
    /// <param name="Output">What it printed, which may be nothing.</param>
    public sealed record Said(ReadOnlyMemory<byte> Output) : GitAnswer;

    /// <summary>It refused, crashed, or did not find what it was asked for.</summary>
    /// <param name="ExitCode">What it ended with; null where it could not be started.</param>
    /// <param name="Error">What it printed about it, in its own words.</param>
    public sealed record Failed(int? ExitCode, string Error) : GitAnswer
    {
        private static readonly string[] Labels = ["fatal: ", "error: "];

        /// <summary>Whether it wants to be told first that the folder, which is another user's, can be trusted.</summary>
        // It names the setting in every language.
        public bool MistrustsOwner => Error.Contains("safe.directory", StringComparison.Ordinal);

        /// <summary>How it ended, for a message.</summary>
        public string Words => $"{(ExitCode is { } code ? $"exit code {code}" : "it cannot be started")}{(Reason is { Length: > 0 } reason ? $", {Quoted.Text(reason)}" : "")}";

        // Warnings may stand before it.
        private string Reason
        {
            get
            {
                var lines = Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                var line = lines.FirstOrDefault(line => Labels.Any(label => line.StartsWith(label, StringComparison.Ordinal))) ?? lines.FirstOrDefault() ?? "";
                return Labels.FirstOrDefault(label => line.StartsWith(label, StringComparison.Ordinal)) is { } known ? line[known.Length..] : line;
            }
        }
    }

    /// <summary>There is no git on this machine, as far as PATH says.</summary>
    public sealed record NotInstalled : GitAnswer;

    /// <summary>It did not answer in time.</summary>
    /// <param name="After">How long it was waited for.</param>
    public sealed record Late(TimeSpan After) : GitAnswer;
}
