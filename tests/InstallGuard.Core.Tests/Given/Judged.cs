namespace InstallGuard.Core.Tests.Given;

/// <summary>Asks for a decision, and says what is expected of it.</summary>
internal static class Judged
{
    public static Verdict Verdict(PackageEvidence seen, params Pin[] pins) =>
        Decide.For(seen.Contents.Declared, pins, Found.Seen(seen), []);

    /// <summary>With pins that were edited since they were reviewed.</summary>
    public static Verdict After(Pin[] reviewed, PackageEvidence seen, params Pin[] pins) =>
        Decide.For(seen.Contents.Declared, pins, Found.Seen(seen), [], Edited.Memory(reviewed));

    public static VerdictKind Kind(PackageEvidence seen, params Pin[] pins) => Verdict(seen, pins).Kind;

    /// <summary>With what is done about it.</summary>
    public static CheckedPackage Checked(PackageEvidence seen, params Pin[] pins)
    {
        var verdict = Verdict(seen, pins);
        return new(seen.Contents.Declared, Found.Feed.Text, Found.Seen(seen), verdict, Policy.Default.For(verdict.Kind));
    }

    /// <summary>Exactly these changes, in any order.</summary>
    public static void Says(this Verdict verdict, VerdictKind kind, params string[] slugs)
    {
        Assert.AreEqual(
            string.Join(", ", slugs.Order(StringComparer.Ordinal)),
            string.Join(", ", verdict.Changes.Select(change => change.Rule.Slug).Order(StringComparer.Ordinal)));
        Assert.AreEqual(kind, verdict.Kind);
    }
}
