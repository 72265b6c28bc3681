using System.Text;

namespace InstallGuard.Checking;

/// <summary>What may stand in the lock as the reason of an acceptance: something that a reviewer learns from.</summary>
public static class AcceptanceReason
{
    /// <summary>The fewest letters that say anything.</summary>
    public const int FewestLetters = 10;

    /// <summary>What is wrong with a reason, to be said behind its name; null when nothing is.</summary>
    public static string? Problem(string reason)
    {
        var text = reason.Trim();
        return IsPlaceholder(text) ? "is the placeholder of the message; write what you found out"
            : text.EnumerateRunes().Count(Rune.IsLetter) < FewestLetters ? $"must say why, in {FewestLetters} letters or more"
            : null;
    }

    private static bool IsPlaceholder(string text) =>
        (text.StartsWith('<') && text.EndsWith('>')) || text.Trim('<', '>', '"', '.', '…').Trim().Equals("what you found", StringComparison.OrdinalIgnoreCase);
}
