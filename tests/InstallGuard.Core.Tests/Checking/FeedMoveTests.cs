using System.Collections.Immutable;
using InstallGuard.Core.Tests.Fakes;
using InstallGuard.Core.Tests.Given;

namespace InstallGuard.Core.Tests;

/// <summary>A feed has moved: every unsigned package of it is pinned to where it is now, and nothing else changes.</summary>
[TestClass]
public sealed class FeedMoveTests
{
    private static readonly FeedIdentity New = FeedIdentity.Of("https://packages.contoso.example/index.json")!;

    private readonly Machine _machine = new();

    [TestMethod]
    public void Every_unsigned_pin_of_the_feed_is_rewritten_as_one_acceptance()
    {
        Put("Contoso.A", From("1.0.0", Found.Feed));
        Put("Contoso.A", From("2.0.0", Found.Feed));
        Put("Contoso.B", From("1.0.0", Found.Feed));
        Put("Contoso.C", From("1.0.0", Found.OtherFeed));
        Put("Contoso.Signed", Publishers.Pinned("1.0.0", author: Publishers.Contoso));
        Put("Contoso.Unknown", Publishers.Pinned("1.0.0"));

        var moved = (FeedMoveResult.Written)Move(Found.Feed);

        Assert.AreSequenceEqual(["Contoso.A 1.0.0", "Contoso.A 2.0.0", "Contoso.B 1.0.0"], moved.Pins.Select(one => $"{one.Id} {one.Pin.Since}"));
        Assert.AreEqual(1, _machine.Lock.Writes);
        foreach (var pin in PinsOf("Contoso.A").Concat(PinsOf("Contoso.B")))
        {
            Assert.AreEqual(New, pin.Identity.Feed);
            Assert.AreEqual(new PinOrigin.Accepted("feed-changed", "jo@contoso.example", new(2026, 11, 21), "moved"), pin.Origin);
        }

        Assert.AreEqual(Found.OtherFeed, PinsOf("Contoso.C").Single().Identity.Feed);
        Assert.AreEqual(Publishers.Contoso, PinsOf("Contoso.Signed").Single().Identity.Author);
        Assert.IsNull(PinsOf("Contoso.Unknown").Single().Identity.Feed);
    }

    [TestMethod]
    public void Package_from_the_new_feed_passes_then_and_one_from_the_old_does_not()
    {
        Put("Contoso.Json", From("1.0.0", Found.Feed));
        _ = Move(Found.Feed);
        var unsigned = Found.In();

        Assert.AreEqual(Outcome.Clean, _machine.Restore(new FakePackageFile(Publishers.Package(), Found.Seen(unsigned)) { Source = New.Text }).Outcome);
        Assert.AreEqual(Outcome.Blocked, _machine.Restore(new FakePackageFile(Publishers.Package(), Found.Seen(unsigned)) { Source = Found.Feed.Text }).Outcome);
    }

    [TestMethod]
    public void It_is_no_edit_that_weakens_the_lock()
    {
        var reviewed = From("1.0.0", Found.Feed);
        Put("Contoso.Json", reviewed);
        _ = Move(Found.Feed);

        Decide.For(Publishers.Package(), PinsOf("Contoso.Json"), Found.Seen(Found.In()) with { From = New }, [], Edited.Memory([reviewed])).Says(VerdictKind.Match);
    }

    [TestMethod]
    public void Publisher_who_was_taken_out_by_name_stays_out()
    {
        Put("Contoso.Json", From("1.0.0", Found.Feed) with { Origin = new PinOrigin.Accepted(PinOrigin.Reverted, "jo@contoso.example", new(2026, 11, 1), "stolen") });

        _ = Move(Found.Feed);

        Assert.AreEqual(PinOrigin.Reverted, ((PinOrigin.Accepted)PinsOf("Contoso.Json").Single().Origin).Change);
    }

    [TestMethod]
    public void Feed_that_no_pin_names_moves_nothing_and_the_others_are_told()
    {
        Put("Contoso.Json", From("1.0.0", Found.OtherFeed));

        var nothing = (FeedMoveResult.NothingThere)Move(Found.Feed);

        Assert.AreSequenceEqual([Found.OtherFeed], nothing.Feeds);
        Assert.AreEqual(0, _machine.Lock.Writes);
    }

    private static Pin From(string since, FeedIdentity feed) =>
        new(PackageVersion.Parse(since), PublisherIdentity.UnsignedFrom(feed), new PinOrigin.FirstUse(new(2026, 11, 1)));

    private FeedMoveResult Move(FeedIdentity from) => new FeedMove(_machine.Lock, new FixedClock(Machine.Now)).Move(from, New, "jo@contoso.example", "moved");

    private void Put(string id, Pin pin) => _machine.Lock.Put(PackageId.Parse(id), pin);

    private ImmutableArray<Pin> PinsOf(string id) => _machine.Lock.Read().Document.PinsOf(PackageId.Parse(id));
}
