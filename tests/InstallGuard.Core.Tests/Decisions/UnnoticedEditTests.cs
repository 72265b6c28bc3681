using FsCheck;
using FsCheck.Fluent;
using InstallGuard.Core.Tests.Given;
using static InstallGuard.Core.Tests.Given.Edited;

namespace InstallGuard.Core.Tests;

/// <summary>What no edit of a lock can do, however it is made, without being found.</summary>
[TestClass]
public sealed class UnnoticedEditTests
{
    [TestMethod]
    public void Whatever_a_restore_writes_by_itself_is_not_a_weakening() => Always.Holds(
        from pins in Any.Pins
        from seen in Any.SoundEvidence
        select (pins, seen),
        it =>
        {
            var package = it.seen.Contents.Declared;
            if (it.pins.Length > 0 && PinUpdate.After(package, Found.Seen(it.seen), Judged.Verdict(it.seen, it.pins), new(2026, 11, 22)) is { } pin)
            {
                Pin[] pins = [.. it.pins.Where(old => old.Since != pin.Since), pin];
                Assert.IsNull(LockComparison.Between(pins, Memory(it.pins)), $"{pin}");
            }
        },
        tests: 3000);

    [TestMethod]
    public void No_edit_that_goes_unnoticed_lets_through_what_the_reviewed_lock_stops() => Always.Holds(
        from before in Any.Pins
        from now in Edits(before)
        from seen in Any.SoundEvidence
        select (before, now, seen),
        it =>
        {
            if (it.before.Length > 0 && LockComparison.Between(it.now, Memory(it.before)) is null)
            {
                var (then, today) = (Judged.Verdict(it.seen, it.before), Judged.Verdict(it.seen, it.now));
                Assert.IsTrue(today.Kind >= VerdictKind.Review || then.Kind < VerdictKind.Review, $"{then.Kind} became {today.Kind}:\n{string.Join('\n', it.before.AsEnumerable())}\n→\n{string.Join('\n', it.now.AsEnumerable())}\n{it.seen.Identity} {it.seen.Contents.Declared.Version}");
            }
        },
        tests: 6000);

    [TestMethod]
    public void No_edit_of_days_and_pins_that_goes_unnoticed_excuses_a_loss() => Always.Holds(
        from before in Any.Pins.Where(pins => pins.Length > 0)
        from now in EditsOfDays(before)
        from at in Gen.Choose(0, 5000)
        from version in Any.Version
        from pin in Gen.Elements(before)
        let time = new SignatureTime.Trusted(new(new DateTime(2016, 1, 1).AddDays(at), TimeSpan.Zero))
        select (before, now, seen: Any.Of(new(null, null, pin.Identity.Repository), version, time)),
        it =>
        {
            if (LockComparison.Between(it.now, Memory(it.before)) is null)
            {
                var (then, today) = (Judged.Verdict(it.seen, it.before), Judged.Verdict(it.seen, it.now));
                Assert.IsTrue(today.Kind >= VerdictKind.Review || then.Kind < VerdictKind.Review, $"{then.Kind} became {today.Kind}:\n{string.Join('\n', it.before.AsEnumerable())}\n→\n{string.Join('\n', it.now.AsEnumerable())}\n{it.seen.Identity} {it.seen.Contents.Declared.Version}");
            }
        },
        tests: 6000);

    [TestMethod]
    public void No_edit_that_goes_unnoticed_makes_anybody_known_or_established() => Always.Holds(
        from before in PinsWithHistory
        from now in EditsOfOne(before)
        from version in Any.Version
        from pin in Gen.Elements(before)
        from author in Any.Author
        from owners in Any.Owners
        from kinds in Gen.Choose(0, 3)
        let home = pin.Identity.Repository ?? new("nuget.org", owners)
        select (before, now, seen: Any.Of(
            new(
                pin.Identity.Provenance,
                kinds == 1 ? author : pin.Identity.Author,
                kinds == 2 ? new(home.Name, owners) : pin.Identity.Repository),
            version)),
        it =>
        {
            if (!IsByAnEstablishedAuthor(it.seen, it.before) && LockComparison.Between(it.now, Memory(it.before)) is null)
            {
                var (then, today) = (Judged.Verdict(it.seen, it.before), Judged.After(it.before, it.seen, it.now));

                // Whom fewer owners bring along might have stayed away: nothing would have asked for him.
                Assert.IsTrue(today.Kind >= VerdictKind.Review || !then.Changes.Any(change => change.Verdict >= VerdictKind.Review && change.Rule.Slug != "author-gained"), $"{then.Kind} became {today.Kind}:\n{string.Join('\n', it.before.AsEnumerable())}\n→\n{string.Join('\n', it.now.AsEnumerable())}\n{it.seen.Identity} {it.seen.Contents.Declared.Version}");
            }
        },
        tests: 4000);

    private static Gen<Pin[]> Edits(Pin[] before) =>
        from more in Any.Pins
        from kept in Gen.SubListOf(before)
        let added = more.Where(pin => pin.Origin is not PinOrigin.Accepted && !kept.Any(old => old.Since == pin.Since))
        from how in Gen.Choose(0, 4)
        select how switch
        {
            0 => [.. kept],
            1 => [.. kept, .. added],
            2 => [.. before, .. added.Where(pin => !before.Any(old => old.Since == pin.Since))],
            3 => before.Select(pin => pin with { Signed = more.Length > 0 ? more[0].Signed : null, Origin = new PinOrigin.FirstUse(default) }).ToArray(),
            _ => before.Select(pin => pin with { Identity = more.Length > 0 ? more[0].Identity : pin.Identity }).ToArray(),
        };

    // A pin with another day, or one more beside it: as a restore might have written it, or by the same publisher.
    private static Gen<Pin[]> EditsOfDays(Pin[] before) =>
        from pin in Gen.Elements(before)
        from since in Any.Version
        from days in Gen.Choose(-1000, 3000)
        from isNotice in Gen.Elements(true, false)
        from isOneMore in Gen.Elements(true, false)
        from fewer in Gen.Elements(true, false)
        let day = (pin.Signed ?? new DateOnly(2020, 1, 1)).AddDays(days)
        let identity = fewer && pin.Identity.Repository is { } home
            ? new PublisherIdentity(pin.Identity.Provenance, pin.Identity.Author, new(home.Name, new(home.Owners.Take(1))))
            : pin.Identity
        let edited = new Pin(isOneMore ? since : pin.Since, identity, isNotice ? new PinOrigin.Noticed("owners-removed", default) : pin.Origin) { Signed = day }
        where edited.Origin is not PinOrigin.Accepted
        select before.Where(old => old.Since != edited.Since).Append(edited).ToArray();

    // Who brings owners along one after another, whatever the lock says.
    private static bool IsByAnEstablishedAuthor(PackageEvidence seen, IEnumerable<Pin> pins) => seen.Identity.Author is { } author
        && pins.Any(pin => pin.Origin is not PinOrigin.Noticed && pin.Identity.Author is { } known && known.IsSurelyContinuedBy(author));

    // A package whose owners came and went, with days: what KnownPublisher and Continuity look at.
    private static Gen<Pin[]> PinsWithHistory { get; } =
        from pins in Any.Pins.Where(pins => pins.Length > 1)
        from author in Any.Author
        from signs in Gen.Elements(0, 0, 1, 2)
        from owners in Any.Owners.Where(owners => owners.Count > 0).ListOf(6)
        from days in Gen.Choose(0, 4).ListOf(6)
        select pins.Select((pin, i) => new Pin(pin.Since, new(null, signs == 0 || signs > i ? null : author, new("nuget.org", owners[i])), pin.Origin)
        {
            Signed = new DateOnly(2020 + days[i], 1, 1),
        }).ToArray();

    // One pin as a restore might write it after another, at the same version or a new one; or one that asks for more.
    private static Gen<Pin[]> EditsOfOne(Pin[] before) =>
        from pin in Gen.Elements(before)
        from since in Any.Version
        from author in Any.Author
        from owners in Any.Owners
        from signed in Gen.Elements<DateOnly?>(pin.Signed, pin.Signed, null, new DateOnly(2019, 1, 1), new DateOnly(2026, 1, 1))
        from slug in Gen.Elements("owners-removed", "owners-added", "author-gained", "author-namesake")
        from isNotice in Gen.Elements(true, false)
        from isOneMore in Gen.Elements(true, false)
        from what in Gen.Choose(0, 3)
        let home = pin.Identity.Repository!
        let identity = what switch
        {
            0 => pin.Identity,
            1 => new PublisherIdentity(null, pin.Identity.Author, new(home.Name, new(home.Owners.Take(1)))),
            2 => new PublisherIdentity(null, pin.Identity.Author, new(home.Name, new([.. home.Owners, .. owners]))),
            _ => new PublisherIdentity(null, author, home),
        }
        let origin = isNotice ? new PinOrigin.Noticed(slug, default) : isOneMore ? new PinOrigin.FirstUse(default) : pin.Origin
        let edited = new Pin(isOneMore ? since : pin.Since, identity, origin) { Signed = signed }
        select before.Where(old => old.Since != edited.Since).Append(edited).ToArray();
}
