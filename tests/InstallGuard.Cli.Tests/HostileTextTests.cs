using InstallGuard.Cli.Commands;
using InstallGuard.Cli.Terminal;
using InstallGuard.Core.Tests.Given;
using InstallGuard.Sdk;
using Spectre.Console;

namespace InstallGuard.Cli;

/// <summary>What the hosts show of text that is meant to do harm there: terminal, commands, build log.</summary>
[TestClass]
public sealed class HostileTextTests
{
    public static IEnumerable<object[]> Texts => Hostile.Texts.Select((_, number) => new object[] { number });

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Terminal_is_harmless(int number)
    {
        var of = Hostile.Texts[number];
        using var shown = new StringWriter { NewLine = "\n" };
        var terminal = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(shown), Interactive = InteractionSupport.No });
        terminal.Profile.Width = 100_000;
        foreach (var package in Hostile.Packages(of))
        {
            Reading.Out(new([package], []), $"/work/{of}", new TerminalReport(terminal));
        }

        Hostile.IsHarmless(shown.ToString(), of);
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Explanation_is_harmless(int number)
    {
        var of = Hostile.Texts[number];
        using var shown = new StringWriter { NewLine = "\n" };
        var explanation = new Explanation(shown);
        foreach (var package in Hostile.Packages(of).Where(package => package.Disposition == Disposition.Block))
        {
            explanation.Pins(package.Package.Id, [package.Verdict.Pin!, new(PackageVersion.Parse("2.0.0"), Hostile.Publisher(of), new PinOrigin.Noticed(of, default))], of.Replace(Hostile.Endless, "", StringComparison.Ordinal), []);
            explanation.Sightings([new Sighting(package.Package, Found.Digest('a'), Hostile.Publisher(of).ToString(), of, Found.Then)]);
            explanation.Decision(package);
        }

        Hostile.IsHarmless(shown.ToString(), of);
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Acceptance_and_file_without_a_package_are_harmless(int number)
    {
        var (of, endless) = (Hostile.Texts[number].Replace(Hostile.Endless, "", StringComparison.Ordinal), Hostile.Texts[number]);
        using var shell = new Shell();
        foreach (var package in Hostile.Packages(endless).Where(package => package.Disposition == Disposition.Block))
        {
            var refusal = Refusal.Of(package, Found.Then)!;
            AcceptanceText.Show(shell.Ports, of, new AcceptanceResult.Written([new(package, package.Verdict.Pin!)]));
            AcceptanceText.Show(shell.Ports, of, new AcceptanceResult.ShownOtherwise([refusal]));
            AcceptanceText.Unclear(shell.Ports, new ShownChange.Several([refusal, refusal]), []);
            AcceptanceText.Unclear(shell.Ports, new ShownChange.None(package.Package.Id), [package.Package]);
        }

        NoPackage.Say(shell.Ports, of, new Look.Malformed(of));
        NoPackage.Say(shell.Ports, of, new Look.Failed(of));
        shell.Ports.Warn(of);

        Hostile.IsHarmless(shell.Out, endless);
        Hostile.IsHarmless(shell.Error, endless);
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Build_log_is_harmless(int number)
    {
        var of = Hostile.Texts[number];
        foreach (var package in Hostile.Packages(of))
        {
            var engine = new FakeBuildEngine();
            var log = new BuildLog(engine, "app.csproj");
            Reading.Out(new([package], [new(package.Package.Id, package.Verdict.Pin!)]), $"/work/{of}", new BuildReport(log));

            foreach (var line in engine.Lines)
            {
                Hostile.IsHarmless(line, of);
                Assert.DoesNotContain("\n", line, of);
            }

            var helps = PackageMessage.Text(package).Split('\n').Count(line => line.TrimStart().StartsWith("help: ", StringComparison.Ordinal));
            Assert.AreEqual(package.Disposition is Disposition.Block or Disposition.Warn ? helps : 0, engine.Lines.Sum(line => line.Split("; help:").Length - 1), of);
        }

        foreach (var problem in Hostile.Problems(of.Replace(Hostile.Endless, "", StringComparison.Ordinal)))
        {
            var engine = new FakeBuildEngine();
            new BuildLog(engine, "app.csproj").Problem(problem);
            Hostile.IsOneHarmlessLine(engine.Lines.Single(), 1, of);
        }
    }
}
