using InstallGuard.Checking;

namespace InstallGuard.Reports;

/// <summary>A check as one JSON document, for programs: docs/check-json.md.</summary>
/// <param name="output">Takes the document when the check is read out.</param>
public sealed class JsonReport(TextWriter output) : IReport
{
    private readonly List<CheckedPackage> _packages = [];

    /// <inheritdoc/>
    public void Package(CheckedPackage package) => _packages.Add(package);

    /// <inheritdoc/>
    // For a program each of them is a decision of its own.
    public void Several(SharedCause cause) => _packages.AddRange(cause.Packages);

    /// <inheritdoc/>
    public void Finish(CheckResult result, string lockPath) => output.WriteLine(DecisionReport.Json(
        result, [.. _packages.OrderBy(Reading.Urgency).ThenBy(package => package.Package.Id).ThenBy(package => package.Package.Version)]));
}
