namespace InstallGuard.Checking;

/// <summary>Earlier states of the lock.</summary>
public interface ILockHistory
{
    /// <summary>The lock where this line of work left what everybody agreed on. Looked up once; safe from any thread.</summary>
    LockBase Base { get; }
}
