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
        if (package is { Disposition: Disposition.Record, Evidence: not null })
        {
            _table ??= new Table().Border(TableBorder.Simple).AddColumns("new package", "author", "repository", "owners");
            _table.AddRow(
                Cell(Visible.Text(package.Package.ToString())),
                Cell(PublisherWords.Author(package)),
                Cell(PublisherWords.Repository(package)),
                Cell(PublisherWords.Owners(package)));
            return;
        }

        Flush();
        Write(PackageMessage.Text(package), PackageMessage.Severity(package.Disposition), package.Passes ? Color.Yellow : Color.Red);
    }

    public void Several(SharedCause cause)
    {
        Flush();
        Write(cause.Text(), PackageMessage.Severity(Disposition.Block), Color.Red);
    }

    private void Write(string message, string severity, Color color)
    {
        foreach (var line in message.Split('\n'))
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

    private static Spectre.Console.Text Cell(string text) => new(text, text == PublisherWords.Unsigned ? new Style(Color.Yellow) : null);

    private void Flush()
    {
        if (_table is not null)
        {
            terminal.Write(_table);
            _table = null;
        }
    }
}
