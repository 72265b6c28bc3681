using InstallGuard.Decisions;

namespace InstallGuard.Checking;

/// <summary>What an update from one package to another would bring.</summary>
/// <param name="From">The package that is in use: its publisher counts as pinned.</param>
/// <param name="To">The package that would replace it.</param>
/// <param name="Notes">What their manifests claim differently.</param>
public sealed record Comparison(CheckedPackage From, CheckedPackage To, IReadOnlyList<ClaimNote> Notes);
