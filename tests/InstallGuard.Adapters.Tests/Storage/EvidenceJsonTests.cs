using System.Text;
using InstallGuard.Evidence;
using InstallGuard.Identity;

namespace InstallGuard.Adapters.Storage;

[TestClass]
public sealed class EvidenceJsonTests
{
    [TestMethod]
    public void Every_state_of_every_kind_reads_back_as_it_was_written()
    {
        foreach (var evidence in Samples.All)
        {
            var text = EvidenceJson.Write(evidence);
            var back = EvidenceJson.Read(Encoding.UTF8.GetBytes(text));

            Assert.AreEqual(evidence, back);
            Assert.AreEqual(text, EvidenceJson.Write(back!));
        }
    }

    [TestMethod]
    public void The_samples_hold_every_state_and_every_time()
    {
        CollectionAssert.AreEquivalent(
            Enum.GetValues<FindingState>(), Samples.Authors.Select(finding => finding.State).Distinct().ToList());
        CollectionAssert.AreEquivalent(
            typeof(SignatureTime).GetNestedTypes(),
            Samples.Authors.Select(finding => finding.Verified?.Time.GetType()).OfType<Type>().Distinct().ToList());
    }

    [TestMethod]
    [DataRow("\"state\":\"absent\"", "\"state\":\"gone\"", DisplayName = "unknown state")]
    [DataRow("\"state\":\"absent\"", "\"state\":\"absent\",\"value\":{}", DisplayName = "absent with a value")]
    [DataRow("\"state\":\"absent\"", "\"state\":\"present\"", DisplayName = "present without a value")]
    [DataRow("\"state\":\"absent\"", "\"state\":null", DisplayName = "null for a value that must be there")]
    [DataRow("\"id\":\"Contoso.Json\"", "\"id\":\"../evil\"", DisplayName = "not a package id")]
    [DataRow("\"id\":\"Contoso.Json\"", "\"id\":\"Contoso.Json\",\"id\":\"Contoso.Json\"", DisplayName = "a member twice")]
    [DataRow("\"id\":\"Contoso.Json\",", "", DisplayName = "a member missing")]
    [DataRow("\"version\":\"2.0.0\"", "\"version\":2", DisplayName = "a number for a text")]
    [DataRow("\"version\":\"2.0.0\"", "\"version\":\"2.0.0\",\"extra\":\"\"", DisplayName = "a member too many")]
    [DataRow("{\"hash\"", "[{\"hash\"", DisplayName = "an array around it")]
    public void Text_of_another_shape_is_unreadable(string part, string instead)
    {
        var text = EvidenceJson.Write(Samples.Lasting);
        StringAssert.Contains(text, part);

        Assert.IsNull(EvidenceJson.Read(Encoding.UTF8.GetBytes(text.Replace(part, instead, StringComparison.Ordinal))));
    }

    [TestMethod]
    public void Text_after_the_end_is_unreadable() =>
        Assert.IsNull(EvidenceJson.Read(Encoding.UTF8.GetBytes(EvidenceJson.Write(Samples.Lasting) + "{}")));

    [TestMethod]
    public void Half_a_surrogate_pair_does_not_read_back_as_written()
    {
        var author = new AuthorIdentity("Contoso \ud800", null, null, null, null);
        var present = Samples.Authors.OfType<Finding<AuthorSignature>.Present>().First().Value with { Identity = author };

        Assert.IsFalse(EvidenceJson.ReadsBackAsWritten(
            Samples.Lasting with { Author = new Finding<AuthorSignature>.Present(present) }));
    }

    [TestMethod]
    public void Random_bytes_and_mutated_text_never_throw()
    {
        var random = new Random(20261121);
        var texts = Samples.All.Select(evidence => Encoding.UTF8.GetBytes(EvidenceJson.Write(evidence))).ToList();
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = (byte[])texts[random.Next(texts.Count)].Clone();
            for (var i = random.Next(4); i >= 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            _ = EvidenceJson.Read(bytes.AsSpan(0, random.Next(bytes.Length + 1)));
            random.NextBytes(bytes);
            Assert.IsNull(EvidenceJson.Read(bytes));
        }
    }
}
