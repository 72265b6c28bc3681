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
        var color = package.Passes ? Color.Yellow : Color.Red;
        terminal.Write(new Text(PackageMessage.Severity(package.Disposition), new Style(color)));
        terminal.Write(new Text($" {PackageMessage.Text(package)}\n"));
    }

    public void Finish(CheckResult result, string lockPath)
    {
        Flush();
        terminal.Write(new Text($"{Summary.Of(result, lockPath)}\n"));
    }

    private static Text Cell(string text) => new(text);

    private void Flush()
    {
        if (_table is not null)
        {
            terminal.Write(_table);
            _table = null;
        }
    }
}
