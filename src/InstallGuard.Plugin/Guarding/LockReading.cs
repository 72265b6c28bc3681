using InstallGuard.Checking;
using InstallGuard.Ledger;

namespace InstallGuard.Plugin.Guarding;

/// <summary>The lock at the start of a restore: <see cref="Read"/> or <see cref="Unreadable"/>.</summary>
internal abstract record LockReading
{
    private LockReading()
    {
    }

    /// <summary>It says this.</summary>
    public sealed record Read(LockDocument Document) : LockReading;

    /// <summary>It is there and cannot be read. Never taken for an empty one.</summary>
    public sealed record Unreadable(string Problem) : LockReading;

    /// <summary>Reads it.</summary>
    public static LockReading Of(ILockFile file)
    {
        try
        {
            return new Read(file.Read().Document);
        }
        catch (LockFormatException unreadable)
        {
            return new Unreadable(unreadable.Message);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return new Unreadable($"{file.Path}: {failed.Message}");
        }
    }
}
