namespace InstallGuard.Cli.Diagnosing;

/// <summary>How bad a finding is.</summary>
internal enum Diagnosis
{
    /// <summary>As it should be.</summary>
    Fine,

    /// <summary>Something that InstallGuard does not cover, or covers later than it could.</summary>
    Gap,

    /// <summary>Restores are not guarded, or fail.</summary>
    Broken,
}

/// <summary>One line of an examination.</summary>
/// <param name="Diagnosis">How bad it is.</param>
/// <param name="What">What was found.</param>
/// <param name="Fix">What to do about it; null where there is nothing to do.</param>
internal sealed record Finding(Diagnosis Diagnosis, string What, string? Fix = null);
