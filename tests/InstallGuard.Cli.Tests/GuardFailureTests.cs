using InstallGuard.Sdk;

namespace InstallGuard.Cli;

/// <summary>What a build says about an error that kept its restore from being guarded.</summary>
[TestClass]
public sealed class GuardFailureTests
{
    private const string AboutFiles = "held by another program";

    [TestMethod]
    public void Setting_that_cannot_be_read_is_no_file_that_cannot()
    {
        var engine = new FakeBuildEngine();
        var folder = Directory.CreateTempSubdirectory("installguard-").FullName;
        try
        {
            var begun = new BeginRestore { BuildEngine = engine, Target = Path.Combine(folder, "app.csproj"), Project = "app.csproj", Locked = "yes" }.Execute();

            Assert.IsFalse(begun);
            var line = engine.Lines.Single();
            Assert.Contains("InstallGuardLocked is yes; it must be true or false", line.Replace("\"", "", StringComparison.Ordinal));
            Assert.Contains("; usually: a typing error in a variable", line);
            Assert.DoesNotContain(AboutFiles, line);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestMethod]
    public void Cause_that_is_known_is_not_guessed_at()
    {
        foreach (var failed in new Exception[] { new InvalidDataException("the journal ends"), new InvalidOperationException("other settings") })
        {
            Assert.IsNull(GuardFailure.Of(failed).Usually);
        }

        Assert.Contains(AboutFiles, GuardFailure.Of(new IOException("disk full")).Usually!);
    }
}
