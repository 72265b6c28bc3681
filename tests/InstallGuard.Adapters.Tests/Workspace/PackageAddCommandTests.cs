namespace InstallGuard.Adapters.Workspace;

/// <summary>What `dotnet package add` is about to install, from its command line.</summary>
[TestClass]
public sealed class PackageAddCommandTests
{
    [TestMethod]
    [DataRow("package add Contoso.Json", "Contoso.Json", null)]
    [DataRow("package add Contoso.Json@1.0.0", "Contoso.Json", "1.0.0")]
    [DataRow("package add --version 1.0.0 Contoso.Json", "Contoso.Json", "1.0.0")]
    [DataRow("package add Contoso.Json --version=1.0.0", "Contoso.Json", "1.0.0")]
    [DataRow("package add Contoso.Json -v:1.0.0", "Contoso.Json", "1.0.0")]
    [DataRow("-d package add Contoso.Json --interactive --project a.csproj", "Contoso.Json", null)]
    [DataRow("add package Contoso.Json -v 1.0.0", "Contoso.Json", "1.0.0")]
    [DataRow("add a.csproj package Contoso.Json", "Contoso.Json", null)]
    public void Package_and_version_are_read(string arguments, string id, string? version)
    {
        var command = PackageAddCommand.Parse(arguments.Split(' '));

        Assert.AreEqual(id, command.Id);
        Assert.AreEqual(version, command.Version);
    }

    [TestMethod]
    public void Everything_that_changes_what_is_resolved_is_read()
    {
        var command = PackageAddCommand.Parse("package add Contoso.Json -f net10.0 -s https://feed.test/v3/index.json --package-directory /mine --prerelease".Split(' '));

        Assert.AreSequenceEqual(
            [
                "InstallGuardAddTo=/r/a.csproj", "InstallGuardAddId=Contoso.Json", "InstallGuardAddVersion=", "InstallGuardAddLatest=9.0.0",
                "InstallGuardAddFramework=net10.0", "InstallGuardAddSource=https://feed.test/v3/index.json", $"InstallGuardAddPackagesFolder={Path.GetFullPath("/mine")}",
            ],
            command.Properties("/r/a.csproj", "9.0.0"));
    }

    [TestMethod]
    [DataRow("msbuild a.csproj -target:GenerateRestoreGraphFile", DisplayName = "another command")]
    [DataRow("", DisplayName = "none")]
    [DataRow("package add", DisplayName = "no package")]
    [DataRow("package add --version 1.0.0", DisplayName = "no package but a version")]
    [DataRow("package add Contoso.Json --version", DisplayName = "option without its value")]
    [DataRow("package add Contoso.Json --project=", DisplayName = "option with an empty value")]
    [DataRow("package add Contoso.Json --new-option", DisplayName = "option of a later SDK")]
    [DataRow("package add Contoso.Json @arguments.rsp", DisplayName = "arguments in a file")]
    [DataRow("package add Contoso.Json Contoso.Other", DisplayName = "two packages")]
    public void What_is_not_known_is_not_guessed(string arguments) =>
        Assert.ThrowsExactly<FormatException>(() => PackageAddCommand.Parse(arguments.Split(' ')));
}
