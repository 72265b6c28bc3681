using System.Collections.Immutable;

namespace InstallGuard.Checking;

/// <summary>What a collecting run listed, by id and version.</summary>
/// <param name="ToDecide">What a person can accept, as it was shown and as it is decided now.</param>
/// <param name="Beyond">What nobody can accept, and what has to be looked at first.</param>
public sealed record CollectedChanges(ImmutableArray<(Refusal Refusal, CheckedPackage Package)> ToDecide, ImmutableArray<CheckedPackage> Beyond);
