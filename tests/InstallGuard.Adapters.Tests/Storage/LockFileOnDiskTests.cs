using System.Security.Cryptography;
using System.Text;
using InstallGuard.Checking;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Adapters.Storage;

[TestClass]
public sealed class LockFileOnDiskTests
{
    private static readonly LockDocument One = With(LockDocument.Empty, "Contoso.Json");
    private static readonly LockDocument Two = With(One, "Contoso.Xml");

    [TestMethod]
    public void A_file_that_does_not_exist_knows_nobody_and_says_so()
    {
        using var folder = new TestFolder();

        var read = In(folder).Read();

        Assert.AreEqual(0, read.Document.Count);
        Assert.IsNull(read.ReadFrom);
        Assert.IsEmpty(folder.Names);
    }

    [TestMethod]
    public void What_is_written_is_read_again_with_the_hash_of_its_bytes()
    {
        using var folder = new TestFolder();
        var file = In(folder);

        Assert.IsTrue(file.TryReplace(file.Read(), One));

        var read = file.Read();
        Assert.AreEqual(1, read.Document.Count);
        Assert.AreEqual(Sha256Digest.FromBytes(SHA256.HashData(File.ReadAllBytes(file.Path))), read.ReadFrom);
        CollectionAssert.AreEqual(LockWriter.Write(One), File.ReadAllBytes(file.Path));
    }

    [TestMethod]
    public void Only_the_lock_itself_stays_in_the_repository()
    {
        using var folder = new TestFolder();
        var file = In(folder);

        Assert.IsTrue(file.TryReplace(file.Read(), One));

        Assert.AreEqual("gates lock.json", string.Join(' ', folder.Names.Order()));
    }

    [TestMethod]
    public void A_file_that_changed_in_between_is_not_replaced()
    {
        using var folder = new TestFolder();
        var file = In(folder);
        var read = file.Read();
        File.WriteAllBytes(file.Path, LockWriter.Write(Two));

        Assert.IsFalse(file.TryReplace(read, One));
        CollectionAssert.AreEqual(LockWriter.Write(Two), File.ReadAllBytes(file.Path));
    }

    [TestMethod]
    public void A_file_that_was_deleted_in_between_is_not_made_again()
    {
        using var folder = new TestFolder();
        var file = In(folder);
        Assert.IsTrue(file.TryReplace(file.Read(), One));
        var read = file.Read();
        File.Delete(file.Path);

        Assert.IsFalse(file.TryReplace(read, Two));
        Assert.IsFalse(File.Exists(file.Path));
    }

    [TestMethod]
    public void Two_writers_one_gets_there_first()
    {
        using var folder = new TestFolder();
        var (first, second) = (In(folder), In(folder));
        var (a, b) = (first.Read(), second.Read());

        Assert.IsTrue(first.TryReplace(a, One));
        Assert.IsFalse(second.TryReplace(b, Two));
    }

    [TestMethod]
    public void Many_writers_who_try_again_lose_nothing()
    {
        using var folder = new TestFolder();
        const int Writers = 16;

        Parallel.For(0, Writers, new ParallelOptions { MaxDegreeOfParallelism = 4 }, writer =>
        {
            var file = In(folder, TimeProvider.System);
            LockSnapshot read;
            do
            {
                read = file.Read();
            }
            while (!file.TryReplace(read, With(read.Document, $"Contoso.Part{writer}")));
        });

        Assert.AreEqual(Writers, In(folder).Read().Document.Count);
    }

    [TestMethod]
    [DataRow("\n", DisplayName = "as we write it")]
    [DataRow("\r\n", DisplayName = "as Git checked it out")]
    public void The_same_lock_is_not_written_again(string lineEnd)
    {
        using var folder = new TestFolder();
        var file = In(folder);
        var text = Encoding.UTF8.GetString(LockWriter.Write(One)).ReplaceLineEndings(lineEnd);
        File.WriteAllText(file.Path, text);
        var longAgo = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file.Path, longAgo);
        var read = file.Read();

        Assert.IsTrue(file.TryReplace(read, One));

        Assert.AreEqual(1, read.Document.Count);
        Assert.AreEqual(longAgo, File.GetLastWriteTimeUtc(file.Path));
        Assert.AreEqual(text, File.ReadAllText(file.Path));
    }

    [TestMethod]
    public void A_draft_that_a_killed_writer_left_does_not_matter()
    {
        using var folder = new TestFolder();
        var file = In(folder);
        File.WriteAllText(folder["lock.json.0123.tmp"], "{ half a lo");

        Assert.IsTrue(file.TryReplace(file.Read(), One));
        Assert.AreEqual(1, file.Read().Document.Count);
    }

    [TestMethod]
    public void A_write_that_fails_throws_and_leaves_the_old_file_and_no_draft()
    {
        using var folder = new TestFolder();

        // Tests may run as root, whom no permission stops: the draft's name is too long where the lock's is not.
        var path = folder[new string('l', 240)];
        var file = new LockFileOnDisk(path, folder["gates"], new TestClock());
        File.WriteAllBytes(path, LockWriter.Write(One));
        var read = file.Read();

        Assert.Throws<IOException>(() => file.TryReplace(read, Two));

        CollectionAssert.AreEqual(LockWriter.Write(One), File.ReadAllBytes(path));
        Assert.HasCount(2, folder.Names);
    }

    [TestMethod]
    public void A_gate_that_cannot_be_made_fails_the_write()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["gates"], "a file, not a folder");
        var file = In(folder);

        Assert.Throws<IOException>(() => file.TryReplace(file.Read(), One));
        Assert.IsFalse(File.Exists(file.Path));
    }

    [TestMethod]
    public void A_folder_in_its_place_is_refused()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder["lock.json"]);

        StringAssert.Contains(Assert.Throws<IOException>(() => In(folder).Read()).Message, "a folder stands where");
        Assert.Throws<IOException>(() => In(folder).TryReplace(new(LockDocument.Empty, null), One));
    }

    [TestMethod]
    public void A_path_below_a_file_or_a_missing_folder_is_not_an_empty_lock()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["file"], "");

        Assert.Throws<IOException>(() => new LockFileOnDisk(folder["file/lock.json"], folder["gates"], new TestClock()).Read());
        Assert.Throws<IOException>(() => new LockFileOnDisk(folder["none/lock.json"], folder["gates"], new TestClock()).Read());
    }

    [TestMethod]
    public void A_file_that_is_no_lock_is_refused_and_never_read_as_empty()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["lock.json"], "");

        Assert.ThrowsExactly<LockFormatException>(() => In(folder).Read());
    }

    [TestMethod]
    public void A_link_stays_a_link_and_its_target_is_replaced()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder["shared"]);
        File.WriteAllBytes(folder["shared/real.json"], LockWriter.Write(One));
        File.CreateSymbolicLink(folder["lock.json"], "shared/real.json");
        var file = In(folder);

        Assert.IsTrue(file.TryReplace(file.Read(), Two));

        Assert.AreEqual("shared/real.json", new FileInfo(file.Path).LinkTarget);
        CollectionAssert.AreEqual(LockWriter.Write(Two), File.ReadAllBytes(folder["shared/real.json"]));
    }

    [TestMethod]
    public void A_link_to_nothing_is_refused()
    {
        using var folder = new TestFolder();
        File.CreateSymbolicLink(folder["lock.json"], "gone.json");

        StringAssert.Contains(Assert.Throws<IOException>(() => In(folder).Read()).Message, "which does not exist");
    }

    [TestMethod]
    public void The_permissions_of_the_file_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TestFolder();
        var file = In(folder);
        Assert.IsTrue(file.TryReplace(file.Read(), One));
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        File.SetUnixFileMode(file.Path, Mode);

        Assert.IsTrue(file.TryReplace(file.Read(), Two));
        Assert.AreEqual(Mode, File.GetUnixFileMode(file.Path));
    }

    private static LockFileOnDisk In(TestFolder folder, TimeProvider? clock = null) =>
        new(folder["lock.json"], folder["gates"], clock ?? new TestClock());

    private static LockDocument With(LockDocument document, string id) => document.With(
        PackageId.Parse(id),
        new(PackageVersion.Parse("1.0.0"), PublisherIdentity.Unsigned, new PinOrigin.FirstUse(new(2026, 11, 21))));

    [TestMethod]
    public void It_is_written_where_no_folder_for_gates_can_be_made()
    {
        using var folder = new TestFolder();
        var file = new LockFileOnDisk(folder["lock.json"], Path.Combine(Nobodys.Folder, "installguard", "gates"), new TestClock());

        Assert.IsTrue(file.TryReplace(file.Read(), One));

        Assert.AreEqual("lock.json", string.Join(' ', folder.Names));
    }
}
