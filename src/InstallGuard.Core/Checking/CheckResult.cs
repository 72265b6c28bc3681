namespace InstallGuard.Checking;

/// <summary>A finished check.</summary>
/// <param name="Packages">Every package, by id and version.</param>
/// <param name="Recorded">What was written into the lock.</param>
public sealed record CheckResult(IReadOnlyList<CheckedPackage> Packages, IReadOnlyList<Recorded> Recorded)
{
    /// <summary>The lock that it was made against, with what was written into it; null where something is blocked, and no lock speaks for all of it.</summary>
    public LockSnapshot? Against { get; init; }

    /// <summary>The packages that do not go through.</summary>
    public IEnumerable<CheckedPackage> Blocked => Packages.Where(package => !package.Passes);

    /// <summary>How many need no pin because the .NET SDK speaks for them.</summary>
    public int VouchedForBySdk => Packages.Count(package => package.Passes && package.Verdict.IsVouchedForBySdk);

    /// <summary>How the check ended.</summary>
    public Outcome Outcome => Outcomes.Of(Blocked.Select(package => package.Verdict.Kind));
}
