using System.Text;

namespace InstallGuard.Reports;

/// <summary>The lines under the first one of a message: a label and words, the labels in one column.</summary>
internal static class MessageLine
{
    private const int LabelWidth = 12;

    /// <param name="text">Takes the line.</param>
    /// <param name="label">The label, lower case.</param>
    /// <param name="words">What is safe to show.</param>
    public static void Write(StringBuilder text, string label, string words) =>
        text.Append('\n').Append(label.PadLeft(LabelWidth)).Append(": ").Append(words);
}
