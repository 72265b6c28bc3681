using InstallGuard.Checking;
using InstallGuard.Policies;
using InstallGuard.Reports;
using Spectre.Console;

namespace InstallGuard.Cli.Terminal;

/// <summary>A check for a person at a terminal: who published what as a table, the rest as messages.</summary>
internal sealed class TerminalReport(IAnsiConsole terminal) : IReport
{
    private Table? _table;

    public void Package(CheckedPackage package)
    {
        if (package is { Disposition: Disposition.Record, Evidence: { } evidence })
        {
            _table ??= new Table().Border(TableBorder.Simple).AddColumns("new package", "author", "repository", "owners");
            _table.AddRow(
                Cell(Visible.Text(package.Package.ToString())),
                Cell(PublisherWords.Author(evidence)),
                Cell(PublisherWords.Repository(evidence)),
                Cell(PublisherWords.Owners(evidence)));
            return;
        }

        Flush();
        var (severity, color) = (PackageMessage.Severity(package.Disposition), package.Passes ? Color.Yellow : Color.Red);
        foreach (var line in PackageMessage.Text(package).Split('\n'))
        {
            var isHead = line.StartsWith(severity, StringComparison.Ordinal);
            terminal.Write(new Spectre.Console.Text(isHead ? severity : "", new Style(color)));
            terminal.Write(new Spectre.Console.Text($"{(isHead ? line[severity.Length..] : line)}\n"));
        }
    }

    public void Finish(CheckResult result, string lockPath)
    {
        Flush();
        foreach (var line in VersionsInUse.Lines(result))
        {
            terminal.Write(new Spectre.Console.Text($"{line}\n"));
        }

        terminal.Write(new Spectre.Console.Text($"{Summary.Of(result, lockPath)}\n"));
    }

    private static Spectre.Console.Text Cell(string text) => new(text);

    private void Flush()
    {
        if (_table is not null)
        {
            terminal.Write(_table);
            _table = null;
        }
    }
}
