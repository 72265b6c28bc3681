using System.Text.RegularExpressions;
using InstallGuard.Testing;

namespace InstallGuard.Cli;

/// <summary>The program itself, with its output redirected and on a terminal.</summary>
[TestClass]
public sealed partial class TerminalTests
{
    private static readonly string Program = typeof(CommandLine).Assembly.Location;
    private static readonly string Host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    [TestMethod]
    public async Task Redirected_output_is_plain()
    {
        await using var sandbox = Sandbox.Create();
        var file = sandbox.WriteFile("package.nupkg", "no package");

        foreach (var arguments in (string[][])[["--help"], ["inspect", file], ["no-such-command"], ["explain", "Contoso.Json"]])
        {
            var result = await sandbox.RunAsync(new(Host, [Program, .. arguments]));

            Assert.DoesNotContain("\u001b", result.Output + result.Error);
        }
    }

    [TestMethod]
    public async Task Exit_code_of_the_process_is_that_of_the_command()
    {
        await using var sandbox = Sandbox.Create();
        var file = sandbox.WriteFile("package.nupkg", "no package");

        Assert.AreEqual(0, (await sandbox.RunAsync(new(Host, [Program, "--help"]))).ExitCode);
        Assert.AreEqual(2, (await sandbox.RunAsync(new(Host, [Program, "no-such-command"]))).ExitCode);
        Assert.AreEqual(3, (await sandbox.RunAsync(new(Host, [Program, "inspect", file]))).ExitCode);
        Assert.AreEqual(4, (await sandbox.RunAsync(new(Host, [Program, "explain", "Contoso.Json"]))).ExitCode);
    }

    [TestMethod]
    [DataRow(null, true, DisplayName = "colours on a terminal")]
    [DataRow("1", false, DisplayName = "no colours on a terminal with NO_COLOR")]
    public async Task Terminal_has_colours_unless_they_are_not_wanted(string? noColor, bool colours)
    {
        if (!File.Exists("/usr/bin/script"))
        {
            Assert.Inconclusive("there is no script(1) to make a terminal with");
        }

        await using var feed = await TestFeed.StartAsync();
        _ = feed.Add(TestPackage.Create("Contoso.Json", "1.0.0")).Add(TestPackage.AuthorSigned(
            TestPackage.Create("Contoso.Xml", "1.0.0"), TestAuthority.Shared.IssueAuthor("Contoso Ltd"), new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero)));
        await using var sandbox = Sandbox.Create(SandboxSource.Of(feed));
        var project = sandbox.WriteProject("app", ("Contoso.Json", "1.0.0"), ("Contoso.Xml", "1.0.0"));
        Assert.AreEqual(0, (await sandbox.DotNetAsync("restore", project)).ExitCode);
        sandbox.SetVariable("NO_COLOR", noColor);
        sandbox.SetVariable("TERM", "xterm-256color");

        // The root of the second package's author is not known here: the message about it is red, where there is red.
        var result = await sandbox.RunAsync(new("/usr/bin/script", ["-qec", $"'{Host}' '{Program}' check '{project}'", "/dev/null"]));

        Assert.AreEqual(3, result.ExitCode, result.ToString());
        Assert.Contains("IG2001", result.Output);
        Assert.AreEqual(colours, Colour().IsMatch(result.Output), result.ToString());
    }

    [GeneratedRegex(@"\u001b\[[0-9;]*(3[0-9]|9[0-7]|4[0-9])(;[0-9;]*)?m")]
    private static partial Regex Colour();
}
