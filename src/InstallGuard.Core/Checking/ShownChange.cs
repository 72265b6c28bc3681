using System.Collections.Immutable;
using InstallGuard.Identity;

namespace InstallGuard.Checking;

/// <summary>What was shown of a package and not let through: <see cref="None"/>, <see cref="One"/> or <see cref="Several"/>.</summary>
public abstract record ShownChange
{
    private ShownChange()
    {
    }

    /// <summary>Nothing that could be accepted was refused in this repository on this machine.</summary>
    public sealed record None(PackageId Id) : ShownChange;

    /// <summary>One package file.</summary>
    public sealed record One(Refusal Refusal) : ShownChange;

    /// <summary>Several versions, or one with different bytes; one must be named.</summary>
    public sealed record Several(ImmutableArray<Refusal> Refusals) : ShownChange;
}
