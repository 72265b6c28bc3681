namespace InstallGuard.Reports;

/// <summary>Finds the name that was probably meant.</summary>
public static class Spelling
{
    // One slip in a short word, two in a longer one: further away it is another word.
    private const int LettersPerSlip = 3;
    private const int MostSlips = 2;

    /// <summary>The name that is fewest slips away from a word, without regard to case; null where none is close.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="names">What there is.</param>
    public static string? Nearest(string word, IEnumerable<string> names)
    {
        var most = Math.Clamp(word.Length / LettersPerSlip, 1, MostSlips);
        var typed = word.ToUpperInvariant();
        return names
            .Select(name => (Name: name, Slips: Slips(typed, name.ToUpperInvariant())))
            .Where(one => one.Slips <= most)
            .OrderBy(one => one.Slips)
            .Select(one => one.Name)
            .FirstOrDefault();
    }

    /// <summary>A question to put behind a message, which it ends; empty where no name is close.</summary>
    public static string Question(string word, IEnumerable<string> names) =>
        Nearest(word, names) is { } meant ? $". Did you mean {Visible.Text(meant)}?" : "";

    // Letters left out, added, written wrong, and neighbours that changed places. One row for each letter of the word
    // that was typed; the two rows above it are all that the next one needs.
    private static int Slips(string typed, string name)
    {
        var (before, last, next) = (new int[name.Length + 1], new int[name.Length + 1], new int[name.Length + 1]);
        for (var column = 0; column <= name.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= typed.Length; row++)
        {
            next[0] = row;
            for (var column = 1; column <= name.Length; column++)
            {
                var isSame = typed[row - 1] == name[column - 1];
                next[column] = Math.Min(Math.Min(last[column], next[column - 1]) + 1, last[column - 1] + (isSame ? 0 : 1));
                if (row > 1 && column > 1 && typed[row - 1] == name[column - 2] && typed[row - 2] == name[column - 1])
                {
                    next[column] = Math.Min(next[column], before[column - 2] + 1);
                }
            }

            (before, last, next) = (last, next, before);
        }

        return last[name.Length];
    }
}
