using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

[TestClass]
public sealed class DigestTests
{
    [TestMethod]
    public void Digest_is_the_same_in_either_case() =>
        Assert.AreEqual(Sha256Digest.Parse(new('a', 64)), Sha256Digest.Parse(new('A', 64)));

    [TestMethod]
    [DataRow(63)]
    [DataRow(65)]
    [DataRow(0)]
    public void Digest_has_64_digits(int digits) => Assert.IsFalse(Sha256Digest.TryParse(new('a', digits), out _));

    [TestMethod]
    [DataRow('g')]
    [DataRow(' ')]
    [DataRow('\uff11')]
    public void Digest_has_hexadecimal_digits_only(char digit)
    {
        Assert.IsFalse(Sha256Digest.TryParse(new(digit, 64), out _));
        Assert.ThrowsExactly<FormatException>(() => Sha256Digest.Parse(new(digit, 64)));
    }

    [TestMethod]
    public void Null_is_no_digest_and_no_hash()
    {
        Assert.IsFalse(Sha256Digest.TryParse(null, out _));
        Assert.IsFalse(PackageHash.TryParse(null, out _));
    }

    [TestMethod]
    public void Bytes_of_another_length_are_no_digest_and_no_hash()
    {
        Assert.ThrowsExactly<ArgumentException>(() => Sha256Digest.FromBytes(new byte[31]));
        Assert.ThrowsExactly<ArgumentException>(() => PackageHash.FromBytes(new byte[63]));
    }

    [TestMethod]
    public void Hash_reads_as_it_was_written()
    {
        Assert.IsTrue(PackageHash.TryParse(Found.Hash('a').Base64, out var hash));
        Assert.AreEqual(Found.Hash('a'), hash);
    }

    [TestMethod]
    public void Hash_in_another_spelling_of_the_same_bytes_is_refused()
    {
        var canonical = Found.Hash('a').Base64;

        Assert.IsFalse(PackageHash.TryParse(string.Concat(canonical.AsSpan(0, 85), "R==".AsSpan()), out _));
        Assert.IsFalse(PackageHash.TryParse(canonical + "\n", out _));
        Assert.IsFalse(PackageHash.TryParse(canonical[..87], out _));
    }
}
