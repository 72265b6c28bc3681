using InstallGuard.Checking;

namespace InstallGuard.Reports;

/// <summary>A reading of one finished check. Each way of showing it is a listener, and none knows another.</summary>
public interface IReport
{
    /// <summary>A package that something is to be said about, or that is new.</summary>
    void Package(CheckedPackage package);

    /// <summary>Several packages that are blocked for one cause.</summary>
    void Several(SharedCause cause);

    /// <summary>The end of the check.</summary>
    /// <param name="result">All of it.</param>
    /// <param name="lockPath">The lock file.</param>
    void Finish(CheckResult result, string lockPath);
}
