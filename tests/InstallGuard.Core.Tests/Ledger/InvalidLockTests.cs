using System.Text;
using FsCheck;
using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>
/// What is no lock: fixtures/locks/invalid, one file for each defect and beside it the message that a person reads.
/// Nothing of it is ever read as a lock that knows nobody.
/// </summary>
[TestClass]
public sealed class InvalidLockTests
{
    public static IEnumerable<object[]> Defects =>
        Directory.EnumerateFiles(Fixtures.Path("locks", "invalid"), "*.json").Order(StringComparer.Ordinal).Select(file => new object[] { Path.GetFileNameWithoutExtension(file) });

    [TestMethod]
    [DynamicData(nameof(Defects))]
    public void Lock_with_a_defect_is_refused_with_its_place(string defect)
    {
        var bytes = File.ReadAllBytes(Fixtures.Path("locks", "invalid", defect + ".json"));

        var refused = Assert.ThrowsExactly<LockFormatException>(() => LockReader.Read(bytes));

        Assert.AreEqual($"line {refused.Line}, column {refused.Column}: {refused.Problem}", refused.Message);
        AssertIsInside(bytes, refused);
        Snapshot.Matches(Visible.Text(refused.Message), Fixtures.Path("locks", "invalid", defect + ".txt"));
    }

    [TestMethod]
    public void Every_message_belongs_to_a_defect()
    {
        var messages = Directory.EnumerateFiles(Fixtures.Path("locks", "invalid"), "*.txt").Select(Path.GetFileNameWithoutExtension);

        CollectionAssert.AreEquivalent(Defects.Select(row => (string)row[0]).ToList(), messages.ToList());
    }

    [TestMethod]
    public void File_that_is_too_large_is_refused()
    {
        var refused = Assert.ThrowsExactly<LockFormatException>(() => LockReader.Read(new byte[LockReader.LargestFile + 1]));

        Assert.AreEqual("line 1, column 1: the file has 67108865 bytes, more than 67108864", refused.Message);
    }

    [TestMethod]
    public void Random_bytes_are_refused_and_nothing_else() => Always.Holds(
        Any.Bytes, bytes => Assert.ThrowsExactly<LockFormatException>(() => LockReader.Read(bytes)), tests: 2000);

    [TestMethod]
    public void Random_json_is_refused_or_read_and_nothing_else() => Always.Holds(
        from parts in Gen.Elements(
            "{", "}", "[", "]", ",", ":", "\"version\"", "1", "\"packages\"", "\"A\"", "\"since\"", "\"1.0.0\"", "\"unsigned\"", "true", "null", "-1e9", "\"\\ud800\"", "\"\\u0000\"", "\n", "\"firstUse\"").ListOf()
        select Encoding.UTF8.GetBytes("{\"version\":1,\"packages\":{" + string.Concat(parts)),
        AssertIsReadOrRefused,
        tests: 3000);

    [TestMethod]
    [DynamicData(nameof(ValidLockTests.Locks), typeof(ValidLockTests))]
    public void Mutated_lock_is_refused_or_read_and_nothing_else(string name)
    {
        var bytes = File.ReadAllBytes(Fixtures.Path("locks", "valid", name));
        Always.Holds(
            from at in Gen.Choose(0, bytes.Length - 1)
            from what in Gen.Choose(0, 3)
            from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements("{}[]\",:\\0\n".Select(c => (int)c).ToArray()))
            from length in Gen.Choose(1, 40)
            select Mutated(bytes, at, what, (byte)value, length),
            AssertIsReadOrRefused,
            tests: 1000);
    }

    [TestMethod]
    [DynamicData(nameof(ValidLockTests.Locks), typeof(ValidLockTests))]
    public void Lock_cut_off_anywhere_is_refused(string name)
    {
        var bytes = File.ReadAllBytes(Fixtures.Path("locks", "valid", name));
        for (var length = 0; length < bytes.Length - 1; length++)
        {
            Assert.ThrowsExactly<LockFormatException>(() => LockReader.Read(bytes.AsMemory(0, length)), $"{length} bytes");
        }
    }

    private static byte[] Mutated(byte[] bytes, int at, int what, byte value, int length) => what switch
    {
        0 => [.. bytes[..at], value, .. bytes[(at + 1)..]],
        1 => [.. bytes[..at], value, .. bytes[at..]],
        2 => [.. bytes[..at], .. bytes[Math.Min(at + length, bytes.Length)..]],
        _ => [.. bytes[..at], .. bytes[at..Math.Min(at + length, bytes.Length)], .. bytes[at..]],
    };

    private static void AssertIsReadOrRefused(byte[] bytes)
    {
        try
        {
            var written = LockWriter.Write(LockReader.Read(bytes));
            CollectionAssert.AreEqual(written, LockWriter.Write(LockReader.Read(written)));
        }
        catch (LockFormatException refused)
        {
            AssertIsInside(bytes, refused);
        }
    }

    private static void AssertIsInside(byte[] bytes, LockFormatException refused)
    {
        var lines = bytes.Count(b => b == (byte)'\n') + 1;
        Assert.IsTrue(refused.Line >= 1 && refused.Line <= lines, refused.Message);
        Assert.IsTrue(refused.Column >= 1 && refused.Column <= bytes.Length + 1, refused.Message);
    }
}
