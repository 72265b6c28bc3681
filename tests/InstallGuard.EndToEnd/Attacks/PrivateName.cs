using InstallGuard.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace InstallGuard.EndToEnd.Attacks;

/// <summary>A team with a feed of its own, whose unsigned package is pinned, and beside it a feed where anybody may publish.</summary>
internal sealed class PrivateName : IAsyncDisposable
{
    private PrivateName(TestFeed own, TestFeed others, TestCertificate? repository, Sandbox sandbox)
    {
        (Private, Public, PublicRepository, Sandbox) = (own, others, repository, sandbox);
        Project = new(sandbox, Scene.Id);
    }

    public TestFeed Private { get; }

    public TestFeed Public { get; }

    /// <summary>What the public feed signs with; null where it does not sign.</summary>
    public TestCertificate? PublicRepository { get; }

    public Sandbox Sandbox { get; }

    public GuardedProject Project { get; }

    /// <summary>Signed by nobody.</summary>
    public static byte[] Unsigned(string version, string text = "contents") =>
        TestPackage.Create(Scene.Id, version, package => package.WithFile("content.txt", text));

    /// <summary>Version 1.0.0 is pinned to the private feed; the public one knows nothing of the name yet.</summary>
    public static async Task<PrivateName> OpenAsync(TestCertificate? publicRepository = null)
    {
        var own = await TestFeed.StartAsync();
        var others = publicRepository is null ? await TestFeed.StartAsync() : await Scene.AnnouncingFeedAsync(publicRepository);
        _ = own.Add(Unsigned("1.0.0"));
#pragma warning disable CA2000 // The team disposes it.
        var sandbox = await Sandbox.Create(SandboxSource.Of(own, "private"), SandboxSource.Of(others, "public")).TrustingTestRoots();
#pragma warning restore CA2000
        sandbox.TrustTransport();
        var team = new PrivateName(own, others, publicRepository, sandbox);
        _ = await team.Project.AssertRecordsAsync("1.0.0");
        Assert.Contains($"\"feed\": \"{own.Index}\"", team.Project.Lock);
        return team;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await Private.DisposeAsync();
        await Public.DisposeAsync();
    }
}
