using InstallGuard.Adapters.Storage;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Which program a name means: one of the machine, whatever a commit brings.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class ProgramOnPathTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void First_folder_that_has_it_decides()
    {
        var (_, second) = (Program("a/other"), Program("b/tool"));
        _ = Program("c/tool");

        Assert.AreEqual(second, Find("a", "b", "c"));
    }

    [TestMethod]
    public void Program_of_the_repository_counts_for_nothing_under_whatever_name_its_folder_goes()
    {
        _ = Program("repository/bin/tool");
        _ = Program("repository/tool");
        Directory.CreateDirectory(At("linked"));
        File.CreateSymbolicLink(At("linked/tool"), At("repository/bin/tool"));
        var own = Program("z/tool");

        Assert.AreEqual(own, ProgramOnPath.Find("tool", string.Join(Path.PathSeparator, ".", "", "bin", "repository/bin", At("repository/bin"), At("repository"), At("z/../repository"), At("linked"), At("z")), At("repository")));
    }

    [TestMethod]
    public void File_that_nobody_may_run_is_no_program()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Program("a/tool"), UnixFileMode.UserRead);
        }

        Assert.IsNull(Find("a", "b"));
        Assert.IsNull(ProgramOnPath.Find("tool", null, At("repository")));
    }

    private string? Find(params string[] folders) =>
        ProgramOnPath.Find("tool", string.Join(Path.PathSeparator, folders.Select(At)), At("repository"));

    private string At(string path) => Path.Combine(_folder.Path, path);

    private string Program(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), "#!/bin/sh\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(At(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return At(path);
    }
}
