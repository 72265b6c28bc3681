using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

[TestClass]
public sealed class PackageVersionTests
{
    [TestMethod]
    [DataRow("1", "1.0.0")]
    [DataRow("1.2", "1.2.0")]
    [DataRow("1.2.3", "1.2.3")]
    [DataRow("1.2.3.0", "1.2.3")]
    [DataRow("1.2.3.4", "1.2.3.4")]
    [DataRow("01.002.3", "1.2.3")]
    [DataRow("1.0.0-Beta.1", "1.0.0-Beta.1")]
    [DataRow("1.0-beta-2", "1.0.0-beta-2")]
    [DataRow("1.0.0+build.7", "1.0.0")]
    [DataRow("1.0.0-rc.1+build-7", "1.0.0-rc.1")]
    [DataRow("2147483647.0.0", "2147483647.0.0")]
    public void A_version_is_written_in_its_normalised_form(string text, string normalised) =>
        Assert.AreEqual(normalised, PackageVersion.Parse(text).Text);

    [TestMethod]
    public void Null_is_no_version() => Assert.IsFalse(PackageVersion.TryParse(null, out _));

    [TestMethod]
    [DataRow("")]
    [DataRow(" ")]
    [DataRow("v1.0.0")]
    [DataRow("1.0.0 ")]
    [DataRow(" 1.0.0")]
    [DataRow("1..0")]
    [DataRow(".1")]
    [DataRow("1.")]
    [DataRow("1.2.3.4.5")]
    [DataRow("-1.0.0")]
    [DataRow("1.-1.0")]
    [DataRow("1.0.0-")]
    [DataRow("1.0.0-a..b")]
    [DataRow("1.0.0-é")]
    [DataRow("1.0.0+")]
    [DataRow("1.0.0+a+b")]
    [DataRow("1.0.0-a_b")]
    [DataRow("2147483648.0.0")]
    [DataRow("99999999999999999999.0.0")]
    [DataRow("1,0,0")]
    [DataRow("1.0.*")]
    [DataRow("[1.0.0]")]
    [DataRow("１.0.0")]
    [DataRow("1.0.0/../../evil")]
    [DataRow("1.0.0\n")]
    [DataRow("1.0.0\0")]
    [DataRow("1\0.0.0")]
    public void What_is_no_version_is_refused(string text)
    {
        Assert.IsFalse(PackageVersion.TryParse(text, out var version));
        Assert.IsNull(version);
        Assert.ThrowsExactly<FormatException>(() => PackageVersion.Parse(text));
    }

    [TestMethod]
    public void A_version_of_more_than_256_characters_is_refused()
    {
        var longest = "1.0.0-" + new string('a', PackageVersion.LongestLength - 6);

        Assert.IsTrue(PackageVersion.TryParse(longest, out _));
        Assert.IsFalse(PackageVersion.TryParse(longest + "a", out _));
    }

    [TestMethod]
    [DataRow("1.0.0-alpha", "1.0.0-alpha.1")]
    [DataRow("1.0.0-alpha.1", "1.0.0-alpha.beta")]
    [DataRow("1.0.0-alpha.beta", "1.0.0-beta")]
    [DataRow("1.0.0-beta", "1.0.0-beta.2")]
    [DataRow("1.0.0-beta.2", "1.0.0-beta.11")]
    [DataRow("1.0.0-beta.11", "1.0.0-rc.1")]
    [DataRow("1.0.0-rc.1", "1.0.0")]
    [DataRow("1.0.0", "1.0.0.1")]
    [DataRow("1.0.0.1", "1.0.1-alpha")]
    [DataRow("1.0.1-alpha", "1.0.1")]
    [DataRow("1.0.9", "1.0.10")]
    [DataRow("1.9.0", "1.10.0")]
    [DataRow("9.0.0", "10.0.0")]
    [DataRow("1.0.0-2", "1.0.0-10")]
    [DataRow("1.0.0-10", "1.0.0-2a")]
    [DataRow("1.0.0-alpha", "1.0.0-BETA")]
    [DataRow("1.0.0-2147483647", "1.0.0-99999999999")]
    public void The_first_comes_before_the_second(string first, string second)
    {
        var (lower, higher) = (PackageVersion.Parse(first), PackageVersion.Parse(second));

        Assert.IsTrue(lower < higher && lower <= higher && higher > lower && higher >= lower && lower != higher);
        Assert.IsFalse(lower > higher || lower >= higher || lower == higher);
    }

    [TestMethod]
    [DataRow("1.0", "1.0.0.0")]
    [DataRow("1.0.0", "1.0.0+build")]
    [DataRow("1.0.0+one", "1.0.0+other")]
    [DataRow("1.0.0-RC.1", "1.0.0-rc.1")]
    [DataRow("1.0.0-rc.1+a", "1.0.0-rc.1")]
    [DataRow("1.0.0-01", "1.0.0-1")]
    public void Both_are_the_same_version(string one, string other)
    {
        var (left, right) = (PackageVersion.Parse(one), PackageVersion.Parse(other));

        Assert.AreEqual(left, right);
        Assert.AreEqual(0, left.CompareTo(right));
        Assert.AreEqual(left.GetHashCode(), right.GetHashCode());
    }

    [TestMethod]
    public void Only_labels_make_a_prerelease()
    {
        Assert.IsTrue(PackageVersion.Parse("1.0.0-a").IsPrerelease);
        Assert.IsFalse(PackageVersion.Parse("1.0.0+a-b").IsPrerelease);
    }

    [TestMethod]
    public void Every_version_comes_after_none() => Assert.AreEqual(1, PackageVersion.Parse("0.0.0").CompareTo(null));

    [TestMethod]
    public void Order_is_total() => Always.Holds(
        Gen.Three(Any.Version),
        three =>
        {
            var (a, b, c) = three;
            Assert.AreEqual(0, a.CompareTo(a));
            Assert.AreEqual(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
            Assert.IsFalse(a <= b && b <= c && !(a <= c), $"{a} ≤ {b} ≤ {c}");
            Assert.AreEqual(a.CompareTo(b) == 0, a == b);
        },
        tests: 5000);

    [TestMethod]
    public void Equal_versions_hash_alike() => Always.Holds(
        Gen.Two(Any.Version),
        two => Assert.IsTrue(two.Item1 != two.Item2 || two.Item1.GetHashCode() == two.Item2.GetHashCode(), $"{two}"),
        tests: 5000);

    [TestMethod]
    public void The_normalised_form_reads_as_itself() => Always.Holds(
        Any.Version, version => Assert.AreEqual(version.Text, PackageVersion.Parse(version.Text).Text));

    [TestMethod]
    public void Random_text_is_a_version_or_is_refused_and_nothing_else() => Always.Holds(
        from parts in Gen.Elements("0", "1", "9", "2147483647", "2147483648", ".", "-", "+", "a", "rc", " ", "\0", "é", "\ud800", "*", "/").ListOf()
        select string.Concat(parts),
        text =>
        {
            if (PackageVersion.TryParse(text, out var version))
            {
                Assert.AreEqual(version, PackageVersion.Parse(text));
                Assert.AreEqual(version, PackageVersion.Parse(version.Text));
                Assert.IsFalse(text.Any(char.IsControl), "controls are no part of a version");
            }
            else
            {
                Assert.ThrowsExactly<FormatException>(() => PackageVersion.Parse(text));
            }
        },
        tests: 5000);
}
