namespace InstallGuard.Adapters.Storage;

/// <summary>
/// A file that processes take turns at. It is never deleted: two processes could then each hold a gate of one name.
/// How many bytes it has is a number that its holders may raise and that everybody sees.
/// </summary>
internal sealed class FileGate(string path, TimeProvider clock)
{
    /// <summary>How long to wait for the others. Whoever holds a gate writes one small file.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Enters alone.</summary>
    /// <exception cref="IOException">Others did not leave in time, or the gate cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The gate may not be made.</exception>
    public Hold Enter() => Enter(FileAccess.ReadWrite, FileShare.None);

    /// <summary>Enters together with others that do the same, but with nobody who wants to be alone.</summary>
    /// <exception cref="IOException">Another did not leave in time, or the gate cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The gate may not be made.</exception>
    public Hold EnterShared() => Enter(FileAccess.Read, FileShare.Read);

    private Hold Enter(FileAccess access, FileShare share)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
#pragma warning disable CA2000 // The hold owns it.
                return new(new FileStream(path, FileMode.OpenOrCreate, access, share, bufferSize: 0));
#pragma warning restore CA2000
            }
            catch (IOException held) when (IsHeld(held))
            {
                if (clock.GetElapsedTime(began) >= Patience)
                {
                    throw new IOException($"{path}: another process has held this gate for {Patience.TotalSeconds:0} s", held);
                }

                Thread.Sleep(Pause);
            }
        }
    }

    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; EWOULDBLOCK of flock on Linux, and on macOS.
    private static bool IsHeld(IOException failure) =>
        OperatingSystem.IsWindows() ? (failure.HResult & 0xFFFF) is 32 or 33 : failure.HResult is 11 or 35;

    /// <summary>Being inside; disposing it leaves.</summary>
    public sealed class Hold(FileStream file) : IDisposable
    {
        public long Count => file.Length;

        public void Raise()
        {
            file.Position = file.Length;
            file.WriteByte(0);
        }

        public void Dispose() => file.Dispose();
    }
}
