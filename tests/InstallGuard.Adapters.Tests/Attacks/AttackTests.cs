using System.Text;
using InstallGuard.Adapters.Packages;
using InstallGuard.Policies;

namespace InstallGuard.Adapters.Attacks;

/// <summary>Every attack on the decision is stopped, every harmless change passes, and docs/decisions.md says how.</summary>
[TestClass]
public sealed class AttackTests
{
    private const string Begin = "<!-- attacks -->\n\n";
    private const string End = "\n<!-- end of attacks -->";

    public static IEnumerable<object[]> Attacks => AttackList.All.Where(attack => !attack.IsHonest).Select(attack => new object[] { attack.Name });

    public static IEnumerable<object[]> HarmlessSteps => AttackList.All.Where(attack => attack.IsHonest).Select(attack => new object[] { attack.Name });

    public static IEnumerable<object[]> Locks => LockDamage.All.Select(damage => new object[] { damage.Name });

    [TestMethod]
    [DynamicData(nameof(Attacks))]
    public void Attack_is_called_by_its_name(string name) => _ = AssertAsExpected(name);

    // A look-alike is a package of its own: it is shown where it is first used, and stopped where restores are locked. A namesake
    // may be the author, who moved: it is shown, and vouches for nothing.
    [TestMethod]
    public void Every_attack_is_stopped_but_for_two_that_are_shown()
    {
        var passing = AttackList.All.Where(attack => !attack.IsHonest && attack.ExitCode == 0).ToList();

        CollectionAssert.AreEqual(
            passing.Select(attack => attack.Name).ToList(),
            AttackList.All.Where(attack => !attack.IsHonest && Played.Of(attack).Checked.Passes).Select(attack => attack.Name).ToList());
        Assert.HasCount(2, passing);
        Assert.IsTrue(passing.All(attack => attack.Told.Length > 0));
    }

    [TestMethod]
    [DynamicData(nameof(HarmlessSteps))]
    public void Harmless_step_passes(string name) => Assert.IsTrue(AssertAsExpected(name).Checked.Passes);

    [TestMethod]
    [DynamicData(nameof(Locks))]
    public void Lock_that_was_broken_is_refused_with_its_place(string name)
    {
        var damage = LockDamage.All.Single(damage => damage.Name == name);

        Assert.AreEqual($"the lock file cannot be read: {damage.Told}", AttackTable.ToldOf(damage));
    }

    [TestMethod]
    public void Tables_of_the_docs_are_what_is_decided()
    {
        var path = Path.Combine(Repository.Root, "docs", "decisions.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var tables = AttackTable.Of(AttackList.All, LockDamage.All);
        if (Environment.GetEnvironmentVariable("INSTALLGUARD_ACCEPT") == "1")
        {
            File.WriteAllText(path, page[..begin] + tables + page[end..], new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.AreEqual(page[begin..end], tables);
    }

    private static Played AssertAsExpected(string name)
    {
        var attack = AttackList.All.Single(attack => attack.Name == name);
        var result = Played.Of(attack);
        var told = string.Join('\n', result.Told);

        Assert.AreEqual(attack.Codes, AttackTable.Codes(result), told);
        Assert.AreEqual(attack.Verdict, result.Checked.Verdict.Kind, told);
        Assert.AreEqual(attack.ExitCode, AttackTable.ExitCode(result.Outcome), told);
        Assert.AreEqual(attack.Told.Length == 0, told.Length == 0, told);
        Assert.Contains(attack.Told, told);
        return result;
    }
}
