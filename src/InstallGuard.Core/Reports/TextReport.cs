using InstallGuard.Checking;
using InstallGuard.Policies;

namespace InstallGuard.Reports;

/// <summary>A check as plain lines: for logs, pipes and terminals alike.</summary>
/// <param name="output">Takes the lines.</param>
public sealed class TextReport(TextWriter output) : IReport
{
    private const int IdWidth = 44;

    /// <inheritdoc/>
    public void Package(CheckedPackage package)
    {
        if (package is { Disposition: Disposition.Record, Evidence: { } evidence })
        {
            output.WriteLine(
                $"new  {Visible.Text(package.Package.ToString()),-IdWidth} author: {PublisherWords.Author(evidence)}; "
                + $"repository: {PublisherWords.Repository(evidence)}; owners: {PublisherWords.Owners(evidence)}");
            return;
        }

        output.WriteLine($"{PackageMessage.Severity(package.Disposition)} {PackageMessage.Text(package)}");
    }

    /// <inheritdoc/>
    public void Finish(CheckResult result, string lockPath) => output.WriteLine(Summary.Of(result, lockPath));
}
