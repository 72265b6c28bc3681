using System.Text;
using System.Text.RegularExpressions;
using InstallGuard.Core.Tests.Given;
using InstallGuard.Ledger;

namespace InstallGuard.Core.Tests;

/// <summary>What the documents say of each other, and of what there is.</summary>
[TestClass]
public sealed partial class DocumentTests
{
    private static readonly string Docs = Path.Combine(Fixtures.Root, "docs");

    public static IEnumerable<string> Documents =>
        new[] { Fixtures.Root, Docs, Path.Combine(Fixtures.Root, "fixtures") }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md"))
            .Select(file => Path.GetRelativePath(Fixtures.Root, file));

    [TestMethod]
    [DynamicData(nameof(Documents))]
    public void Link_leads_to_a_file_and_to_a_heading_in_it(string document)
    {
        var file = Path.Combine(Fixtures.Root, document);

        var lost = Links(file).Where(link => !Leads(file, link));

        Assert.AreEqual("", string.Join(' ', lost), document);
    }

    [TestMethod]
    public void Every_document_stands_in_the_index()
    {
        var index = Path.Combine(Docs, "README.md");
        var named = Links(index).Select(link => Path.GetFullPath(Path.Combine(Docs, link.Split('#')[0])))
            .Append(index)
            .ToHashSet(StringComparer.Ordinal);

        var missing = Documents.Select(document => Path.Combine(Fixtures.Root, document))
            .Where(file => Path.GetDirectoryName(file) != Path.Combine(Fixtures.Root, "fixtures") && !named.Contains(file));

        Assert.AreEqual("", string.Join(' ', missing));
    }

    [TestMethod]
    [DataRow("README.md")]
    [DataRow("docs/lock-file.md")]
    public void Lock_in_a_document_is_one_that_would_be_written(string document)
    {
        var text = File.ReadAllText(Path.Combine(Fixtures.Root, document)).ReplaceLineEndings("\n");
        var locks = JsonBlock().Matches(text).Select(block => block.Groups[1].Value).Where(json => json.Contains("\"packages\": {", StringComparison.Ordinal)).ToList();

        Assert.IsNotEmpty(locks);
        foreach (var shown in locks)
        {
            Assert.AreEqual(shown, Encoding.UTF8.GetString(LockWriter.Write(LockReader.Read(Encoding.UTF8.GetBytes(shown)))));
        }
    }

    [TestMethod]
    [DataRow("a-heading", "A heading")]
    [DataRow("ig1001-first-use", "IG1001 first-use")]
    [DataRow("the-lock-file-installguardlockjson", "The lock file: `installguard.lock.json`")]
    public void Heading_is_linked_by_its_words(string anchor, string heading) => Assert.AreEqual(anchor, Anchor(heading));

    private static IEnumerable<string> Links(string file) =>
        Link().Matches(File.ReadAllText(file)).Select(link => link.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal));

    private static bool Leads(string from, string link)
    {
        var parts = link.Split('#', 2);
        var file = parts[0].Length == 0 ? from : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, parts[0]));
        return File.Exists(file)
            ? parts.Length == 1 || File.ReadLines(file).Any(line => line.StartsWith('#') && Anchor(line.TrimStart('#').Trim()) == parts[1])
            : Directory.Exists(file) && parts.Length == 1;
    }

    // As the pages that show Markdown make them.
    private static string Anchor(string heading) => NoWord().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^()\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoWord();

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
