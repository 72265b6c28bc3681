using System.Buffers.Binary;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Decisions;
using InstallGuard.Evidence;

namespace InstallGuard.Adapters.Packages;

/// <summary>Whatever the bytes are, the reader answers; and it vouches for no bytes but those that were signed.</summary>
[TestClass]
public sealed class PackageReaderFuzzTests
{
    // By Microsoft's author signature, countersigned by nuget.org, and small.
    private static readonly Lazy<byte[]> Real = new(() => Repository.RealPackage("microsoft.net.test.sdk", "18.11.0"));
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
    private static readonly PackageReader Reader = new(TrustedRoots.Of(SdkOfTheTests.Found.Folder, []), KnownRepositories.BuiltIn);

    private static readonly Lazy<PackageEvidence> RealEvidence = new(() => ((Look.Seen)Read(Real.Value)).Evidence.Found);

    [TestMethod]
    public void Real_package_is_what_it_should_be()
    {
        var seen = Assert.IsInstanceOfType<Look.Seen>(Read(Real.Value));

        Assert.AreEqual("Microsoft Corporation", seen.Evidence.Found.Author.Verified?.Identity.Name);
        Assert.AreEqual("nuget.org", seen.Evidence.Found.Repository.Verified?.Identity.Name);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Random_bytes_are_answered(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(0, 2000)];
            random.NextBytes(bytes);

            Assert.IsNotInstanceOfType<Look.Seen>(Read(bytes), $"seed {seed}, round {i}");
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Random_directories_are_answered(int seed)
    {
        // Random numbers where a zip's directory has its numbers: most of them small, some as large as they get.
        var random = new Random(seed);
        for (var i = 0; i < 5000; i++)
        {
            var zip = RandomZip(random);

            Assert.IsNotInstanceOfType<Look.Seen>(Read(zip), $"seed {seed}, round {i}");
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public void One_bit_flipped_anywhere_is_answered_and_vouched_for_only_where_nothing_that_was_signed_changed(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var bytes = (byte[])Real.Value.Clone();
            var at = random.Next(bytes.Length);
            bytes[at] ^= (byte)(1 << random.Next(8));

            VouchesForNothingNew(bytes, $"seed {seed}, byte {at}");
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Bits_flipped_in_the_signature_and_the_directory_are_answered_likewise(int seed)
    {
        // The last tenth of the file holds both.
        var random = new Random(seed);
        for (var i = 0; i < 700; i++)
        {
            var bytes = (byte[])Real.Value.Clone();
            var at = random.Next(bytes.Length / 10 * 3, bytes.Length);
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                bytes[random.Next(at, Math.Min(at + 40, bytes.Length))] ^= (byte)(1 << random.Next(8));
            }

            VouchesForNothingNew(bytes, $"seed {seed}, byte {at}");
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Parts_cut_out_doubled_or_exchanged_are_answered_likewise(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var real = Real.Value;
            var (from, to) = (random.Next(real.Length), random.Next(real.Length));
            (from, to) = (Math.Min(from, to), Math.Max(from, to));
            byte[] bytes = random.Next(4) switch
            {
                0 => [.. real[..from], .. real[to..]],
                1 => [.. real[..to], .. real[from..]],
                2 => [.. real[..from], .. new byte[random.Next(1, 100)], .. real[from..]],
                _ => real[..from],
            };

            VouchesForNothingNew(bytes, $"seed {seed}, {from} to {to}");
        }
    }

    [TestMethod]
    public void Every_length_of_a_package_that_was_cut_short_is_malformed()
    {
        for (var length = 0; length < Real.Value.Length; length += 97)
        {
            Assert.IsNotInstanceOfType<Look.Seen>(Read(Real.Value[..length]), $"{length}");
        }
    }

    [TestMethod]
    public void Stream_that_fails_is_a_failed_look_and_not_a_malformed_package()
    {
        using var failing = new FailingStream(Real.Value);

        var failed = Assert.IsInstanceOfType<Look.Failed>(Reader.Read(failing, Now, CancellationToken.None));

        Assert.AreEqual("the disk is gone", failed.Because);
    }

    private static void VouchesForNothingNew(byte[] bytes, string what)
    {
        if (bytes.AsSpan().SequenceEqual(Real.Value) || Read(bytes) is not Look.Seen { Evidence.Found: var found })
        {
            return;
        }

        var real = RealEvidence.Value;
        if (found.Author.Verified is not null || found.Repository.Verified is not null)
        {
            Assert.AreEqual(real.Contents.UnsignedDigest, found.Contents.UnsignedDigest, what);
            Assert.AreEqual(real.Contents.Declared, found.Contents.Declared, what);
        }

        if (found.Author.Verified is { } author)
        {
            Assert.AreEqual(real.Author.Verified!.Identity, author.Identity, what);
            Assert.AreEqual(real.Author.Verified.Certificate, author.Certificate, what);
            SameTimeOrNone(real.Author.Verified.Time, author.Time, what);
        }

        if (found.Repository.Verified is { } repository)
        {
            Assert.AreEqual(real.Repository.Verified!.Identity.Owners.ToString(), repository.Identity.Owners.ToString(), what);
            Assert.AreEqual(real.Repository.Verified.Certificate, repository.Certificate, what);
            SameTimeOrNone(real.Repository.Verified.Time, repository.Time, what);
            Assert.IsNotNull(found.Author.Verified, $"{what}: a countersignature without what it countersigns");
        }
    }

    // A timestamp is not covered by what it stamps: a bit in its name makes it an attribute that nobody knows.
    private static void SameTimeOrNone(SignatureTime expected, SignatureTime time, string what) =>
        Assert.IsTrue(time == expected || time is SignatureTime.Claimed, $"{what}: {time}");

    private static Look Read(byte[] bytes) => Reader.Read(new MemoryStream(bytes), Now, CancellationToken.None);

    private static byte[] RandomZip(Random random)
    {
        uint Number() => random.Next(6) switch
        {
            0 => 0,
            1 => uint.MaxValue,
            2 => (uint)random.NextInt64(uint.MaxValue),
            3 => ushort.MaxValue,
            _ => (uint)random.Next(200),
        };

        var data = new byte[random.Next(0, 200)];
        random.NextBytes(data);
        if (data.Length > 4 && random.Next(2) == 0)
        {
            "PK\x03\x04"u8.CopyTo(data);
        }

        var directory = new MemoryStream();
        var count = random.Next(0, 4);
        for (var i = 0; i < count; i++)
        {
            var name = (ReadOnlySpan<byte>)(random.Next(3) switch { 0 => "a.nuspec"u8.ToArray(), 1 => ".signature.p7s"u8.ToArray(), _ => "lib/a.dll"u8.ToArray() });
            var record = new byte[46];
            random.NextBytes(record);
            "PK\x01\x02"u8.CopyTo(record);
            BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(8), (ushort)(random.Next(2) == 0 ? 0 : random.Next(ushort.MaxValue)));
            BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(10), (ushort)(random.Next(3) * 8));
            BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(20), Number());
            BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(24), Number());
            BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(28), (ushort)name.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(30), 0);
            BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(42), Number());
            directory.Write(record);
            directory.Write(name);
        }

        var end = new byte[22];
        "PK\x05\x06"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)data.Length);
        return [.. data, .. directory.ToArray(), .. end];
    }

    private sealed class FailingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) =>
            Position < 1000 ? throw new IOException("the disk is gone") : base.Read(buffer);

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }
}
