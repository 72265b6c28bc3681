using InstallGuard.Checking;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Initializing;

/// <summary>A report that is kept until it is known whether what it says stays true.</summary>
internal sealed class HeldReport : IReport
{
    private readonly List<Action<IReport>> _said = [];

    /// <inheritdoc/>
    public void Package(CheckedPackage package) => _said.Add(report => report.Package(package));

    /// <inheritdoc/>
    public void Several(SharedCause cause) => _said.Add(report => report.Several(cause));

    /// <inheritdoc/>
    public void Finish(CheckResult result, string lockPath) => _said.Add(report => report.Finish(result, lockPath));

    /// <summary>Says it, in the order in which it was taken.</summary>
    public void SayTo(IReport report)
    {
        foreach (var said in _said)
        {
            said(report);
        }
    }
}
