using InstallGuard.EndToEnd.Attacks;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Feeds;

/// <summary>The public repository's own feed announces a certificate that came after this version of InstallGuard.</summary>
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
}
