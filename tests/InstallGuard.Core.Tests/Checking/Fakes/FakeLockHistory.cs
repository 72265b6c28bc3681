namespace InstallGuard.Core.Tests.Fakes;

/// <summary>A lock that was reviewed before.</summary>
internal sealed class FakeLockHistory : ILockHistory
{
    public LockBase Base { get; set; } = new LockBase.None("nobody reviewed it", "review it");

    public IReadOnlyList<LockDocument> Earlier { get; set; } = [];
}
