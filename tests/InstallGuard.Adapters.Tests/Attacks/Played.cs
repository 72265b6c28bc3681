using System.Collections.Immutable;
using InstallGuard.Adapters.Packages;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Evidence;
using InstallGuard.Identity;
using InstallGuard.Policies;
using InstallGuard.Replay;
using InstallGuard.Reports;
using InstallGuard.Testing;

namespace InstallGuard.Adapters.Attacks;

/// <summary>What became of an attack: real packages through the reader and the decision, as a restore takes them.</summary>
/// <param name="Checked">The decision.</param>
/// <param name="Step">The step as the naive rules see it; null where there was no version before.</param>
internal sealed record Played(CheckedPackage Checked, Step? Step)
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<PackageReader> Reader = new(() => ReaderOf(
        TestAuthority.Shared.ExportTrustedRootsPem(), [Cast.Repository, Cast.RepositoryRotated]));

    // Believes everybody, so that it reads what a rule without any verification would read.
    private static readonly Lazy<PackageReader> Gullible = new(() => ReaderOf(
        TestAuthority.Shared.ExportTrustedRootsPem() + TestAuthority.Shared.Untrusted.ExportPem(),
        [Cast.Repository, Cast.RepositoryRotated, Cast.Forger]));

    /// <summary>How a restore ends with it.</summary>
    public Outcome Outcome => Outcomes.Of(Checked.Passes ? [] : [Checked.Verdict.Kind]);

    /// <summary>The lines that a person reads about it, but for the advice; none where nothing is said.</summary>
    public IReadOnlyList<string> Told
    {
        get
        {
            using var text = new StringWriter { NewLine = "\n" };
            Reading.Out(new([Checked], []), "installguard.lock.json", new TextReport(text));
            return [.. text.ToString().TrimEnd('\n').Split('\n').SkipLast(1).Select(line => line.Trim())
                .Where(line => !line.StartsWith("usually: ", StringComparison.Ordinal) && !line.StartsWith("help: ", StringComparison.Ordinal))];
        }
    }

    public static Played Of(Attack attack)
    {
        var lockDocument = new Dictionary<PackageId, ImmutableArray<Pin>>();
        var seen = new List<(Offer Offer, Look.Seen Look)>();
        foreach (var offer in attack.Before)
        {
            var one = Check(offer, lockDocument, seen, new(Locked: false), LockMemory.Nothing);
            Assert.AreEqual(offer.IsAccepted, !one.Passes, $"{attack.Name}: {one.Package} before the attack");
            var look = (Look.Seen)one.Look;
            var pin = offer.IsAccepted
                ? PinUpdate.Accepting(one.Package, look, one.Verdict, "jo@contoso.example", Today, "announced")
                : PinUpdate.After(one.Package, look, one.Verdict, Today);
            lockDocument[offer.Package.Id] = [.. lockDocument.GetValueOrDefault(offer.Package.Id, []), .. pin is null ? [] : new[] { pin }];
            seen.Add((offer, look));
        }

        var memory = LockMemory.Nothing;
        if (attack.LockEdit is { } edit)
        {
            var reviewed = lockDocument[attack.Next.Package.Id];
            memory = new(reviewed, "origin/main", []);
            lockDocument[attack.Next.Package.Id] = [.. reviewed.Select(edit).OfType<Pin>()];
        }

        var last = Check(attack.Next, lockDocument, seen, new(attack.IsLocked), memory);
        var before = attack.Before.LastOrDefault(offer => offer.Package.Id == attack.Next.Package.Id);
        return new(last, before is null ? null : new(ReleaseOf(before.Bytes), ReleaseOf(attack.Seemingly ?? attack.Next.Bytes), last.Verdict));
    }

    private static CheckedPackage Check(
        Offer offer, Dictionary<PackageId, ImmutableArray<Pin>> pins, List<(Offer Offer, Look.Seen Look)> seen, Policy policy, LockMemory memory)
    {
        var look = Read(Reader.Value, offer.Bytes);
        look = look is Look.Seen found ? found with { From = FeedIdentity.Of(offer.Feed) } : look;
        var earlier = seen.Where(one => one.Offer.Package == offer.Package && one.Offer.Feed == offer.Feed)
            .Select(one => one.Look.Evidence.Found.Contents.UnsignedDigest).ToList();
        var verdict = Decide.For(offer.Package, pins.GetValueOrDefault(offer.Package.Id, []), look, earlier, memory);
        return new(offer.Package, offer.Feed, look, verdict, policy.For(verdict.Kind));
    }

    private static Replay.Release ReleaseOf(byte[] package)
    {
        var evidence = Assert.IsInstanceOfType<Look.Seen>(Read(Gullible.Value, package)).Evidence.Found;
        Assert.AreNotEqual(FindingState.Invalid, evidence.Author.State, "what it seems to say must be readable");
        Assert.AreNotEqual(FindingState.Invalid, evidence.Repository.State, "what it seems to say must be readable");
        return new(
            evidence.Contents.Declared,
            evidence,
            evidence.Author.Verified?.Certificate.Fingerprint.Hex,
            evidence.Author.Verified?.Certificate.Subject,
            evidence.Repository.Verified?.Certificate.Fingerprint.Hex);
    }

    private static Look Read(PackageReader reader, byte[] package) => reader.Read(new MemoryStream(package), Now, CancellationToken.None);

    private static PackageReader ReaderOf(string roots, IEnumerable<TestCertificate> repositories)
    {
        var folder = Directory.CreateTempSubdirectory("installguard-");
        try
        {
            var pem = Path.Combine(folder.FullName, "roots.pem");
            File.WriteAllText(pem, roots);
            var trusted = TrustedRoots.Of(SdkOfTheTests.Found.Folder, [pem]);
            trusted.Prepare();
            var certificates = repositories.Select(certificate => Sha256Digest.Parse(certificate.Sha256.ToLowerInvariant()));
            return new(trusted, new KnownRepositories([KnownRepository.NuGetOrg with { Certificates = [.. KnownRepository.NuGetOrg.Certificates, .. certificates] }]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
