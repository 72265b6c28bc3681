using InstallGuard.Identity;
using InstallGuard.Policies;
using InstallGuard.Testing;
using static InstallGuard.Adapters.Attacks.Cast;

namespace InstallGuard.Adapters.Attacks;

/// <summary>The attacks on the decision, and the honest changes that they hide among: the rows of docs/decisions.md, in its order.</summary>
internal static class AttackList
{
    private const int Clean = 0;
    private const int Blocked = 3;

    public static IReadOnlyList<Attack> All { get; } = [.. OnOwners(), .. OnAuthors(), .. OnRepositories(), .. OnBytes(), .. OnNames(), .. OnMemory(), .. Honest()];

    private static IEnumerable<Attack> OnOwners() =>
    [
        Asked("owner added", "IG1030", "owners alice, mallory", Owned("1.0.0", "alice"), Owned("2.0.0", "alice", "mallory")),
        Asked(
            "owner added, author swapped", "IG1020, IG1030", "owners alice, mallory",
            Signed("1.0.0", "alice"), Countersigned(BySigner(Mallory, "2.0.0"), "alice", "mallory")),
        Asked("owners replaced", "IG1032", "owners mallory", Owned("1.0.0", "alice", "bob"), Owned("2.0.0", "mallory")),
        Asked("owners replaced, author unchanged", "IG1032", "owners mallory", Signed("1.0.0", "alice", "bob"), Signed("2.0.0", "mallory")),
        Asked("owners no longer stated", "IG1032", "owners (none)", Owned("1.0.0", "alice"), Owned("2.0.0")),
    ];

    private static IEnumerable<Attack> OnAuthors() =>
    [
        Asked("author stripped, repository kept", "IG1011", "no author signature", Signed("1.0.0", "alice"), Owned("2.0.0", "alice")),
        Asked("both signatures stripped", "IG1011, IG1012", "no repository signature", Signed("1.0.0", "alice"), Unsigned("2.0.0")),
        Asked("author swapped", "IG1020", "author \"Mallory Ltd\"", Signed("1.0.0", "alice"), Countersigned(BySigner(Mallory, "2.0.0"), "alice")),
        Rejected("author's name under a root that nobody trusts", "IG2001", "chain", BySigner(Contoso, "1.0.0"), BySigner(ContosoByNobody, "2.0.0")),
        Noticed("namesake of the author", "IG1022", "\"Reno\"", BySmith(SmithOfDover, "1.0.0", "alice"), BySmith(SmithOfReno, "2.0.0", "alice")) with { IsHonest = false },
        Asked(
            "namesake of the author vouches for an owner", "IG1030, IG1022", "owners alice, mallory",
            BySmith(SmithOfDover, "1.0.0", "alice"), BySmith(SmithOfReno, "2.0.0", "alice", "mallory")),
        new("namesake who came by a mere notice vouches for an owner", "IG1030", VerdictKind.Review, Blocked, "owners alice, mallory")
        {
            Before = [new("1.0.0", BySmith(SmithOfDover, "1.0.0", "alice")), new("2.0.0", BySmith(SmithOfReno, "2.0.0", "alice"))],
            Next = new("3.0.0", BySmith(SmithOfReno, "3.0.0", "alice", "mallory")),
        },
    ];

    private static IEnumerable<Attack> OnRepositories() =>
    [
        Asked("countersignature stripped", "IG1012", "no repository signature", Signed("1.0.0", "alice"), BySigner(Contoso, "2.0.0")),
        Rejected("repository forged", "IG2003", "known-repository", Owned("1.0.0", "alice"), OwnedBy(Forger, Unsigned("2.0.0"), "alice")),
        Rejected(
            "owners attribute altered", "IG2001", "signature",
            Owned("1.0.0", "alice"), Tampering.OwnerRenamed(Owned("2.0.0", "mallory"), "mallory", "alice"), Owned("2.0.0", "alice")),
        Rejected(
            "countersignature of another package transplanted", "IG2001, IG1020", "signature-value",
            Signed("1.0.0", "alice"),
            Tampering.CountersignatureTransplanted(Countersigned(BySigner(Mallory, "2.0.0"), "mallory"), Signed("1.0.0", "alice")),
            Countersigned(BySigner(Mallory, "2.0.0"), "alice")),
        Rejected(
            "countersignature of an earlier version transplanted", "IG2001", "signature-value",
            Signed("1.0.0", "alice"),
            Tampering.CountersignatureTransplanted(Signed("2.0.0", "mallory"), Signed("1.0.0", "alice")),
            Signed("2.0.0", "alice")),
    ];

    private static IEnumerable<Attack> OnBytes() =>
    [
        Damaged("one byte changed", "IG2001", "package-hash", Tampering.BitFlippedInData),
        Damaged("content changed, and the hash in the signature to fit", "IG2001", "signature", package => Tampering.ContentChangedAndRehashed(package)),
        Damaged("entry added", "IG2001", "package-hash", package => Tampering.EntryAdded(package)),
        Damaged("entry appended behind the signature", "IG2001", "format", package => Tampering.EntryAppended(package)),
        Damaged("bytes appended", "IG2004", "well-formed", Tampering.BytesAppended),
        new("same version published again with other contents", "IG2010", VerdictKind.Reject, Blocked, "contents sha256")
        {
            Before = [new("1.0.0", Signed("1.0.0", "alice"))],
            Next = new("1.0.0", Countersigned(TestPackage.AuthorSigned(Unsigned("1.0.0", "other contents"), Contoso, At), "alice")),
        },
        Rejected(
            "older version replayed under a newer number", "IG2004", "Contoso.Json 1.0.0, where Contoso.Json 2.0.0 was asked for",
            Signed("1.0.0", "alice"), Signed("1.0.0", "alice")),
    ];

    private static IEnumerable<Attack> OnNames() =>
    [
        Rejected("private name answered by a public feed", "IG1050", "public.example", Unsigned("1.0.0"), Unsigned("2.0.0")) with
        {
            Next = new("2.0.0", Unsigned("2.0.0")) { Feed = "https://public.example/v3/index.json" },
        },
        Asked("private name answered by a public feed that signs", "IG1015", "owners mallory", Unsigned("1.0.0"), Owned("2.0.0", "mallory")),
        LookAlike("look-alike id, first used on a developer's machine", Clean, "mallory"),
        LookAlike("look-alike id, first used where restores are locked", Blocked, "has no pin") with { IsLocked = true },
    ];

    private static IEnumerable<Attack> OnMemory() =>
    [
        new("accepted transition, then a later other one", "IG1032", VerdictKind.Review, Blocked, "owners mallory")
        {
            Before = [new("1.0.0", Owned("1.0.0", "alice")), new("2.0.0", Owned("2.0.0", "bob")) { IsAccepted = true }],
            Next = new("3.0.0", Owned("3.0.0", "mallory")),
        },
        new("accepted transition, then the earlier owner again", "IG1032", VerdictKind.Review, Blocked, "owners alice")
        {
            Before = [new("1.0.0", Owned("1.0.0", "alice")), new("2.0.0", Owned("2.0.0", "bob")) { IsAccepted = true }],
            Next = new("2.1.0", Owned("2.1.0", "alice")),
        },
        new("accepted transition, then the earlier owner again in a new line", "IG1032", VerdictKind.Review, Blocked, "owners alice")
        {
            Before = [new("1.0.0", Owned("1.0.0", "alice")), new("2.0.0", Owned("2.0.0", "bob")) { IsAccepted = true }],
            Next = new("3.0.0", Owned("3.0.0", "alice")),
        },
        new("accepted transition in an older line, then the owner whom a newer line began with", "IG1032", VerdictKind.Review, Blocked, "owners alice")
        {
            Before = [new("2.0.0", Owned("2.0.0", "alice")), new("1.5.0", OwnedLater("1.5.0", "bob")) { IsAccepted = true }],
            Next = new("1.6.0", OwnedLater("1.6.0", "alice")),
        },
        new("accepted owner without the author whom the newer line has", "IG1032", VerdictKind.Review, Blocked, "owners bob")
        {
            Before = [new("1.0.0", Owned("1.0.0", "alice")), new("2.0.0", Signed("2.0.0", "bob")) { IsAccepted = true }],
            Next = new("1.1.0", Owned("1.1.0", "bob")),
        },
        new("countersignature cut off an older version of the author's, which hides that its owners were others", "IG1012", VerdictKind.Review, Blocked, "the repository signature is gone")
        {
            Before = [new("2.0.0", Countersigned(TestPackage.AuthorSigned(Unsigned("2.0.0"), Contoso, At.AddDays(30)), At.AddDays(30), "alice"))],
            Next = new("1.9.0", Tampering.CountersignatureRemoved(Signed("1.9.0", "mallory"))),
        },
        new("owner added, and written into the lock in the same change", "IG5002", VerdictKind.Reject, Blocked, "the lock asks for less than before")
        {
            Before = [new("1.0.0", Owned("1.0.0", "alice"))],
            Next = new("2.0.0", Owned("2.0.0", "alice", "mallory")),
            LockEdit = pin => pin with { Identity = new(null, null, new(pin.Identity.Repository!.Name, new(["alice", "mallory"]))) },
        },
        new("owners replaced, and the pin taken out in the same change", "IG5002", VerdictKind.Reject, Blocked, "no such pin")
        {
            Before = [new("1.0.0", Owned("1.0.0", "alice"))],
            Next = new("2.0.0", Owned("2.0.0", "mallory")),
            LockEdit = _ => null,
        },
        new("owner noted in the lock in the same change, by an author who came by a mere notice", "IG5002", VerdictKind.Reject, Blocked, "owners put in: mallory")
        {
            Before = [new("1.0.0", Owned("1.0.0", "alice")), new("2.0.0", Countersigned(BySigner(Mallory, "2.0.0"), "alice"))],
            Next = new("3.0.0", Countersigned(BySigner(Mallory, "3.0.0"), "alice", "mallory")),
            LockEdit = pin => pin.Origin is PinOrigin.Noticed noticed
                ? pin with { Identity = new(null, pin.Identity.Author, new(pin.Identity.Repository!.Name, new(["alice", "mallory"]))), Origin = noticed with { Change = "owners-added" } }
                : pin,
        },
        new("author who came by a mere notice vouches for owners", "IG1030", VerdictKind.Review, Blocked, "owners alice, mallory")
        {
            Before = [new("1.0.0", Owned("1.0.0", "alice")), new("2.0.0", Countersigned(BySigner(Mallory, "2.0.0"), "alice"))],
            Next = new("3.0.0", Countersigned(BySigner(Mallory, "3.0.0"), "alice", "mallory")),
        },
        new("author who came by a mere notice replaces the owners", "IG1032", VerdictKind.Review, Blocked, "owners mallory")
        {
            Before = [new("1.0.0", Owned("1.0.0", "alice")), new("2.0.0", Countersigned(BySigner(Mallory, "2.0.0"), "alice"))],
            Next = new("3.0.0", Countersigned(BySigner(Mallory, "3.0.0"), "mallory")),
        },
    ];

    private static IEnumerable<Attack> Honest() =>
    [
        Passes("next version, nothing changed", Signed("1.0.0", "alice"), Signed("2.0.0", "alice")),
        Passes("author renewed", Signed("1.0.0", "alice"), Countersigned(BySigner(ContosoRenewed, "2.0.0"), "alice")),
        Passes("author's CA changed", Signed("1.0.0", "alice"), Countersigned(BySigner(ContosoOfAnotherAuthority, "2.0.0"), "alice")),
        Passes("author's address spelled anew", Signed("1.0.0", "alice"), Countersigned(BySigner(ContosoWithItsAddress, "2.0.0"), "alice")),
        Passes("repository's certificate rotated", Owned("1.0.0", "alice"), OwnedBy(RepositoryRotated, Unsigned("2.0.0"), "alice")),
        Passes("owners in another order", Owned("1.0.0", "alice", "bob"), Owned("2.0.0", "bob", "alice")),
        Passes("unsigned, again from its own feed", Unsigned("1.0.0"), Unsigned("2.0.0")),
        Noticed("owner added, author unchanged", "IG1030", "the author signature is unchanged", Signed("1.0.0", "alice"), Signed("2.0.0", "alice", "bob")),
        Noticed("owner left", "IG1031", "owners alice", Owned("1.0.0", "alice", "bob"), Owned("2.0.0", "alice")),
        Passes("author's CA and the spelling of its state changed", BySmith(SmithOfDover, "1.0.0", "alice"), BySmith(SmithOfDoverSpelledAnew, "2.0.0", "alice")),
        Passes("author moved", BySmith(SmithOfDover, "1.0.0", "alice"), BySmith(SmithWhoMoved, "2.0.0", "alice")),
        new("maintenance release by the owner who was accepted for the next line", "IG1032", VerdictKind.Notice, Clean, "since 2.0.0")
        {
            IsHonest = true,
            Before = [new("1.0.0", Owned("1.0.0", "alice")), new("2.0.0", Owned("2.0.0", "bob")) { IsAccepted = true }],
            Next = new("1.1.0", Owned("1.1.0", "bob")),
        },
        Noticed("author begins to sign, owners unchanged", "IG1014", "the repository and its owners are unchanged", Owned("1.0.0", "alice"), Signed("2.0.0", "alice")),
    ];

    private static byte[] BySmith(TestCertificate smith, string version, params string[] owners) => Countersigned(BySigner(smith, version), owners);

    private static Attack Asked(string name, string codes, string told, byte[] before, byte[] next) =>
        new(name, codes, VerdictKind.Review, Blocked, told) { Before = [new("1.0.0", before)], Next = new("2.0.0", next) };

    private static Attack Rejected(string name, string codes, string told, byte[] before, byte[] next, byte[]? seemingly = null) =>
        new(name, codes, VerdictKind.Reject, Blocked, told) { Before = [new("1.0.0", before)], Next = new("2.0.0", next), Seemingly = seemingly };

    private static Attack Damaged(string name, string codes, string told, Func<byte[], byte[]> damage) =>
        Rejected(name, codes, told, Signed("1.0.0", "alice"), damage(Signed("2.0.0", "alice")), Signed("2.0.0", "alice"));

    private static Attack LookAlike(string name, int exitCode, string told) =>
        new(name, exitCode == Clean ? "" : "IG1001", VerdictKind.FirstUse, exitCode, told)
        {
            Before = [new("1.0.0", Signed("1.0.0", "alice"))],
            Next = new("1.0.0", OwnedBy(Repository, Unsigned("1.0.0", id: "Contoso.Jsom"), "mallory")) { Id = "Contoso.Jsom" },
        };

    private static Attack Passes(string name, byte[] before, byte[] next) =>
        new(name, "", VerdictKind.Match, Clean, "") { IsHonest = true, Before = [new("1.0.0", before)], Next = new("2.0.0", next) };

    private static Attack Noticed(string name, string codes, string told, byte[] before, byte[] next) =>
        new(name, codes, VerdictKind.Notice, Clean, told) { IsHonest = true, Before = [new("1.0.0", before)], Next = new("2.0.0", next) };
}
