using InstallGuard.EndToEnd.Attacks;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Feeds;

/// <summary>
/// A repository's own feed announces a certificate that came after this version of InstallGuard, or after this machine met the feed.
/// </summary>
[TestClass]
public sealed class AnnouncedCertificateTests
{
    private const string Id = "Contoso.Json";
    private static readonly DateTimeOffset SignedAt = new(2027, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public async Task Announced_certificate_is_for_a_person_to_accept_and_counts_in_this_lock_from_then_on()
    {
        var next = TestAuthority.Shared.IssueRepository();
        await using var feed = await TestFeed.StartAsync(new() { Https = true, Host = "announcing.nuget.org", Signatures = new(AllRepositorySigned: true, [next.Sha256]) });
        await using var proxy = TestProxy.To(feed);
        await using var sandbox = await Sandbox.Create(SandboxSource.Of(feed)).TrustingTestRoots();
        sandbox.TrustTransport();
        sandbox.SetVariable("https_proxy", proxy.Address);
        sandbox.SetVariable("HTTPS_PROXY", proxy.Address);
        _ = feed.Add(TestPackage.RepositorySigned(TestPackage.Create(Id, "2.0.0"), next, feed.Index, ["alice"], SignedAt));
        var project = new GuardedProject(sandbox, Id);
        project.CommitLock("""
            {
              "version": 1,
              "packages": {
                "Contoso.Json": [
                  {
                    "since": "1.0.0",
                    "repository": "nuget.org",
                    "owners": [
                      "alice"
                    ],
                    "firstUse": "2026-11-27"
                  }
                ]
              }
            }

            """.ReplaceLineEndings("\n"));

        var refused = await project.AssertRefusedAsync("2.0.0", "IG1034");
        var accepted = await project.RunAsync("accept", Id, "--reason", "announced by the repository", "--by", "jo@contoso.example");

        Assert.Contains(next.Sha256.ToLowerInvariant()[..12], refused.Error);
        Assert.AreEqual(0, accepted.ExitCode, accepted.ToString());
        Assert.Contains($"\"repositoryCertificate\": \"sha256:{next.Sha256.ToLowerInvariant()}\"", project.Lock);
        await project.AssertMatchesAsync("2.0.0");

        // The lock alone says so: not this machine's memory.
        project.EmptyPackages();
        Directory.Delete(Path.Combine(sandbox.Data, "InstallGuard"), recursive: true);
        await project.AssertMatchesAsync("2.0.0");
    }

    [TestMethod]
    public async Task Certificate_that_a_private_feed_announces_for_a_while_counts_for_nothing_that_nobody_accepted()
    {
        var (genuine, mallory) = (TestAuthority.Shared.IssueRepository("Corp Feed"), TestAuthority.Shared.IssueRepository("Mallory"));
        await using var feed = await TestFeed.StartAsync(new() { Https = true, Signatures = new(AllRepositorySigned: true, [genuine.Sha256]) });
        await using var other = await TestFeed.StartAsync();
        await using var sandbox = await Sandbox.Create(SandboxSource.Of(feed), SandboxSource.Of(other, "other")).TrustingTestRoots();
        sandbox.TrustTransport();
        byte[] Signed(TestCertificate by, string version) => TestPackage.RepositorySigned(TestPackage.Create(Id, version), by, feed.Index, ["team"], new(2024, 5, 2, 0, 0, 0, TimeSpan.Zero));
        _ = feed.Add(Signed(genuine, "1.0.0")).Add(Signed(mallory, "2.0.0")).Add(Signed(genuine, "2.1.0"));
        _ = other.Add(Signed(mallory, "3.0.0"));
        var project = new GuardedProject(sandbox, Id);
        _ = await project.AssertRecordsAsync("1.0.0");

        feed.Announce(new(AllRepositorySigned: true, [genuine.Sha256, mallory.Sha256]));
        var shown = await project.AssertRefusedAsync("2.0.0", "IG1034");
        await project.AssertMatchesAsync("2.1.0");

        feed.Announce(new(AllRepositorySigned: true, [genuine.Sha256]));
        _ = await project.AssertRefusedAsync("3.0.0", "IG2003");

        var accepted = await project.RunAsync("accept", Id, "--version", "2.0.0", "--reason", "the feed renewed its certificate", "--by", "jo@contoso.example");
        feed.Announce(new(AllRepositorySigned: true, [mallory.Sha256]));

        Assert.Contains($"known: {feed.Index}, sha256:{genuine.Sha256.ToLowerInvariant()[..16]}", shown.Error);
        Assert.AreEqual(0, accepted.ExitCode, accepted.ToString());
        Assert.Contains($"\"repositoryCertificate\": \"sha256:{mallory.Sha256.ToLowerInvariant()}\"", project.Lock);
        await project.AssertMatchesAsync("2.0.0");
    }
}
