namespace InstallGuard.Adapters.Storage;

/// <summary>Places where this user may not write, or nobody: a home that belongs to somebody else, a file system that is read-only.</summary>
internal static class Unwritable
{
    /// <summary>Whether that is why something failed. A full disk, and a file that stands where a folder should, are other things.</summary>
    public static bool IsWhy(Exception failure) => failure is UnauthorizedAccessException || (failure is IOException && IsReadOnly(failure.HResult));

    /// <summary>Whether there certainly is no file: a folder that may not be looked into could have it.</summary>
    public static bool HasNo(string path)
    {
        try
        {
            _ = File.GetAttributes(path);
            return false;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // ERROR_WRITE_PROTECT; EROFS on Linux and macOS.
    private static bool IsReadOnly(int result) => OperatingSystem.IsWindows() ? (result & 0xFFFF) == 19 : result == 30;
}
