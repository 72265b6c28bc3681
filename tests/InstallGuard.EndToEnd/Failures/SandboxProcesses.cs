using System.Diagnostics;
using System.Text;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.Failures;

/// <summary>The running processes of one sandbox, by their environment: other tests run the same programs at the same time.</summary>
internal static class SandboxProcesses
{
    /// <summary>Those whose command line names a file; only Linux tells.</summary>
    public static IReadOnlyList<int> Running(this Sandbox sandbox, string file) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id > 0
                && Words(id, "cmdline").Any(word => Path.GetFileName(word) == file)
                && Words(id, "environ").Contains($"HOME={sandbox.Home}", StringComparer.Ordinal)),
    ];

    /// <summary>Kills processes as a full memory does.</summary>
    public static void Kill(IEnumerable<int> ids)
    {
        foreach (var id in ids)
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
    }

    private static string[] Words(int id, string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{id}/{file}")).Split('\0');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
