using InstallGuard.EndToEnd.Failures;
using InstallGuard.EndToEnd.Sdk;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Feeds;

/// <summary>Feeds whose credentials a plugin of the user knows. A guarded restore finds every plugin that a plain one finds.</summary>
[TestClass]
public sealed class CredentialProviderTests
{
    private const string Password = "correct horse battery staple";
    private static readonly TestFeedOptions Private = new() { Credentials = new("jo", Password) };

    /// <summary>Where a provider can be.</summary>
    public static IEnumerable<(string Where, Action<Sandbox> Install)> Places =>
    [
        ("in the user's folder", CredentialProvider.InstallBelowHome),
        ("named where assemblies are", sandbox => sandbox.SetVariable("NUGET_NETCORE_PLUGIN_PATHS", CredentialProvider.Assembly)),
        ("named where programs are too", sandbox => sandbox.SetVariable("NUGET_PLUGIN_PATHS", CredentialProvider.MakeTool(sandbox))),
        ("a tool on PATH", CredentialProvider.InstallAsTool),
    ];

    [TestMethod]
    [DynamicData(nameof(Places))]
    public async Task Provider_of_the_user_is_found(string where, Action<Sandbox> install)
    {
        await using var scene = await Scene.CreateAsync(Private, Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Sandbox.WriteNuGetConfig([new("private", scene.Feed.Index)]);
        install(scene.Sandbox);
        scene.Sandbox.Knows("jo", Password);

        _ = (await scene.RestoreAsync()).EndsWith(0, "Contoso.Json 1.0.0").Without(Password);

        scene.Has("Contoso.Json", "1.0.0");
        Assert.DoesNotContain(Password, scene.Lock!, where);
    }

    [TestMethod]
    public async Task Fresh_clone_is_guarded_where_even_InstallGuard_comes_from_a_private_feed()
    {
        await using var repository = await GuardedRepository.CreateAsync();
        await using var feed = await TestFeed.StartAsync(Private);
        _ = feed.Add(await File.ReadAllBytesAsync(Guarded.PackedSdk));
        repository.Sandbox.WriteNuGetConfig([SandboxSource.Of(repository.Feed), new("private", feed.Index)]);
        CredentialProvider.InstallAsTool(repository.Sandbox);
        repository.Sandbox.Knows("jo", Password);
        repository.Project("app", "1.0.0");

        _ = (await repository.DotNetAsync("restore", "app")).EndsWith(0);

        var before = repository.Lock;
        Assert.Contains("\"Contoso.Json\"", before!);
        Directory.Delete(repository.Sandbox.Packages, recursive: true);
        repository.Project("app", "2.0.0");

        _ = (await repository.DotNetAsync("restore", "app")).EndsWith(1, "IG1020: Contoso.Json 2.0.0").Without("IG3003");

        repository.IsUntouched(before);
    }

    [TestMethod]
    public async Task Feed_that_wants_credentials_is_said_to_want_them_and_who_was_asked()
    {
        await using var scene = await Scene.CreateAsync(Given.Package("Contoso.Json", "1.0.0"));
        _ = scene.Project(("Contoso.Json", "1.0.0"));
        scene.Feed.Misbehave("contoso.json/index.json", new FeedFault.Status(401));

        _ = (await scene.RestoreAsync()).EndsWith(4, "a source wants credentials", "no credential provider was found").Without("outage");

        CredentialProvider.InstallAsTool(scene.Sandbox);

        _ = (await scene.RestoreAsync()).EndsWith(4, "a source wants credentials", CredentialProvider.Tool).Without("no credential provider");

        CredentialProvider.InstallBelowHome(scene.Sandbox);
        var doctor = await scene.GuardAsync(Guarded.Installed, scene.Folder, ["doctor"]);
        Assert.Contains(CredentialProvider.Tool, doctor.Output, doctor.ToString());
        Assert.Contains(CredentialProvider.Name, doctor.Output, doctor.ToString());
    }
}
