using System.Text;

namespace InstallGuard.Core.Tests.Given;

/// <summary>Text that is compared with a committed file; INSTALLGUARD_ACCEPT=1 rewrites it for review in the diff.</summary>
internal static class Snapshot
{
    private static readonly bool Accepting = Environment.GetEnvironmentVariable("INSTALLGUARD_ACCEPT") == "1";

    /// <summary>The file holds the text and a final newline.</summary>
    public static void Matches(string actual, string path)
    {
        if (Accepting)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.IsTrue(File.Exists(path), $"{path} is missing; INSTALLGUARD_ACCEPT=1 writes it:\n{actual}");
        Assert.AreEqual(File.ReadAllText(path).ReplaceLineEndings("\n"), actual + "\n");
    }
}
