using InstallGuard.Checking;
using InstallGuard.Policies;

namespace InstallGuard.Reports;

/// <summary>A check as plain lines, without colour or cursor: for logs, pipes and files.</summary>
/// <param name="output">Takes the lines.</param>
public sealed class TextReport(TextWriter output) : IReport
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [["new package", "author", "repository", "owners"]];

    /// <inheritdoc/>
    public void Package(CheckedPackage package)
    {
        if (package is { Disposition: Disposition.Record, Evidence: not null })
        {
            _rows.Add(
            [
                Visible.Text(package.Package.ToString()),
                PublisherWords.Author(package),
                PublisherWords.Repository(package),
                PublisherWords.Owners(package),
            ]);
            return;
        }

        WriteTable();
        output.WriteLine(PackageMessage.Text(package));
    }

    /// <inheritdoc/>
    public void Several(SharedCause cause) => output.WriteLine(cause.Text());

    /// <inheritdoc/>
    public void Finish(CheckResult result, string lockPath)
    {
        WriteTable();
        foreach (var line in VersionsInUse.Lines(result))
        {
            output.WriteLine(line);
        }

        output.WriteLine(Summary.Of(result, lockPath));
    }

    private void WriteTable()
    {
        if (_rows.Count > 1)
        {
            var widths = Enumerable.Range(0, _rows[0].Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
            foreach (var row in _rows)
            {
                output.WriteLine(string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
            }

            _rows.RemoveRange(1, _rows.Count - 1);
        }
    }
}
