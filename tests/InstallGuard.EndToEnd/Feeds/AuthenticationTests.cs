using InstallGuard.EndToEnd.Failures;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Feeds;

/// <summary>Feeds that want to know who reads.</summary>
[TestClass]
public sealed class AuthenticationTests
{
    private const string Password = "correct horse battery staple";
    private static readonly TestFeedOptions Private = new() { Credentials = new("jo", Password) };

    [TestMethod]
    public async Task Credentials_of_the_nuget_config_are_used_and_never_shown()
    {
        await using var scene = await Scene.CreateAsync(Private, Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(0, "Contoso.Json 1.0.0").Without(Password);
        scene.Has("Contoso.Json", "1.0.0");
        Assert.DoesNotContain(Password, scene.Lock!);
        _ = (await scene.RestoreAsync("--locked")).EndsWith(0, "no publisher changed");
    }

    [TestMethod]
    [DataRow("jo", "wrong", DisplayName = "a wrong password")]
    [DataRow(null, null, DisplayName = "no credentials")]
    public async Task Feed_that_refuses_the_credentials_could_not_be_asked(string? user, string? password)
    {
        await using var scene = await Scene.CreateAsync(Private, Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Sandbox.WriteNuGetConfig(
            [new("test", scene.Feed.Index, user is null ? null : new FeedCredentials(user, password!))]);

        var result = await scene.RestoreAsync();

        _ = result.EndsWith(4, "IG3002", "401 (").Without(Password);
        scene.HasNothingOf("Contoso.Json", "1.0.0");
        Assert.IsNull(scene.Lock);
    }

    [TestMethod]
    public async Task Credentials_of_one_feed_are_not_sent_to_another()
    {
        await using var scene = await Scene.CreateAsync(Private, Given.Package("Contoso.Json", "1.0.0"));
        await using var open = await TestFeed.StartAsync();
        _ = open.Add(Given.Package("Contoso.Xml", "1.0.0"));
        scene.Sandbox.WriteNuGetConfig([SandboxSource.Of(scene.Feed, "private"), SandboxSource.Of(open, "open")]);
        _ = scene.Project(("Contoso.Json", "1.0.0"), ("Contoso.Xml", "1.0.0"));

        _ = (await scene.RestoreAsync()).EndsWith(0);

        Assert.IsNotEmpty(open.Requests);
        Assert.DoesNotContain(request => request.Authenticated, open.Requests);
        scene.Has("Contoso.Json", "1.0.0");
        scene.Has("Contoso.Xml", "1.0.0");
    }
}
