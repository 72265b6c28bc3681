using System.ComponentModel;
using System.Runtime.CompilerServices;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Cli.Initializing;
using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Cli.Diagnosing;

/// <summary>Looks at everything that a guarded restore of a repository stands on. It changes nothing but the ledger's own upkeep.</summary>
internal sealed class Examination(Ports ports, DotNetSdk sdk, GuardSettings settings, string root)
{
    private const string Init = "run `installguard init`, and commit what it changed";
    private const int Oldest = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DotNet _dotnet = new(sdk);

    /// <summary>Looks, and tells.</summary>
    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        yield return Sdk();
        yield return GlobalJsonPin();
        foreach (var finding in RepositoryTargets())
        {
            yield return finding;
        }

        if (OwnTargetsFile() is { } other)
        {
            yield return other;
        }

        IReadOnlyList<GuardSettings> inForce = [settings];
        IReadOnlyList<string> targets = [.. RepositoryRoot.Projects(root), .. RepositoryRoot.Below(root, "*.sln*").Where(RepositoryRoot.IsSolution)];
        if (targets.Count > 0)
        {
            switch (await new Imports(_dotnet).OfAsync(targets, cancel))
            {
                case Imports.Unreadable unreadable:
                    yield return new(Diagnosis.Broken, $"the projects cannot be read: {unreadable.Problem}", Init);
                    break;
                case Imports.Known known:
                    foreach (var finding in Imported(targets, known))
                    {
                        yield return finding;
                    }

                    var properties = new PropertiesInForce(ports, settings, root, known.Told);
                    foreach (var finding in properties.Findings)
                    {
                        yield return finding;
                    }

                    inForce = properties.Settings;
                    if (known.By.Values.FirstOrDefault() is { } folder)
                    {
                        yield return await PluginAsync(Path.Combine(folder, "InstallGuard.Plugin.dll"), cancel);
                    }

                    break;
                default:
                    throw new System.Diagnostics.UnreachableException("no words for the answer");
            }
        }

        yield return Roots();
        yield return LedgerOpens();
        foreach (var finding in inForce.SelectMany(Locks))
        {
            yield return finding;
        }

        foreach (var finding in CredentialProviders.Of(ports.Environment))
        {
            yield return finding;
        }

        foreach (var gap in KnownGaps.Of(ports.Environment))
        {
            yield return gap;
        }
    }

    private Finding Sdk()
    {
        var name = Path.GetFileName(sdk.Folder);
        return PackageVersion.TryParse(name, out _) && int.Parse(name.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture) >= Oldest
            ? new(Diagnosis.Fine, $".NET SDK {name}")
            : new(Diagnosis.Broken, $".NET SDK {name} is older than {Oldest}: restores fail with IG3005", $"install the .NET {Oldest} SDK");
    }

    private Finding GlobalJsonPin()
    {
        var path = Path.Combine(root, GlobalJson.Name);
        try
        {
            return (File.Exists(path) ? GlobalJson.PinnedVersion(File.ReadAllText(path)) : null) switch
            {
                null => new(Diagnosis.Broken, $"{GlobalJson.Name} does not pin InstallGuard.Sdk", Init),
                var version when version == ProductVersion.Text => new(Diagnosis.Fine, $"{GlobalJson.Name} pins InstallGuard.Sdk {version}"),
                var version => new(Diagnosis.Gap, $"{GlobalJson.Name} pins InstallGuard.Sdk {version}, this is installguard {ProductVersion.Text}", Init),
            };
        }
        catch (FormatException malformed)
        {
            return new(Diagnosis.Broken, malformed.Message, $"mend {GlobalJson.Name}");
        }
    }

    private IEnumerable<Finding> RepositoryTargets() => ((string[])[TargetsFile.ForProjects, TargetsFile.ForSolutions]).Select(name =>
    {
        var path = Path.Combine(root, name);
        try
        {
            return (File.Exists(path) ? File.ReadAllText(path) : null) switch
            {
                { } text when !TargetsFile.Imports(name, text) => new Finding(Diagnosis.Broken, $"{name} does not import InstallGuard.Sdk", Init),
                { } text when TargetsFile.Requires(text) => new(Diagnosis.Fine, $"{name} imports InstallGuard.Sdk"),
                { } => new(Diagnosis.Gap, $"where {OwnTargets.Name} is missing, as in a layer of a container, restores pass over the import in {name} in silence", Init),
                null => new(Diagnosis.Broken, $"{name} does not import InstallGuard.Sdk", Init),
            };
        }
        catch (FormatException malformed)
        {
            return new(Diagnosis.Broken, malformed.Message, $"mend {name}");
        }
    });

    // Whatever imports it stands on its text.
    private Finding? OwnTargetsFile()
    {
        var path = Path.Combine(root, OwnTargets.Name);
        return File.Exists(path) && Pin() == ProductVersion.Text && File.ReadAllText(path).ReplaceLineEndings("\n") != OwnTargets.Text.ReplaceLineEndings("\n")
            ? new(Diagnosis.Broken, $"{OwnTargets.Name} is not the file that installguard {ProductVersion.Text} writes", Init)
            : null;
    }

    private string? Pin()
    {
        try
        {
            var path = Path.Combine(root, GlobalJson.Name);
            return File.Exists(path) ? GlobalJson.PinnedVersion(File.ReadAllText(path)) : null;
        }
        catch (FormatException)
        {
            // It is said by the finding on global.json.
            return null;
        }
    }

    private IEnumerable<Finding> Imported(IReadOnlyList<string> targets, Imports.Known known)
    {
        var without = targets.Where(target => !known.By.ContainsKey(target)).ToList();
        foreach (var target in without)
        {
            yield return new(
                Diagnosis.Broken,
                $"{Path.GetRelativePath(root, target)} does not import InstallGuard.Sdk: its own restore is not guarded",
                """look for ImportDirectoryBuildTargets, a Condition, or a nested Directory.Build.targets or Directory.Solution.targets, which must import the one above, as in <Import Project="../Directory.Build.targets" />""");
        }

        var pinned = Pin();
        var elsewhere = known.By.Where(import => !PackageFolders.IsOf(import.Value, pinned)).ToList();
        foreach (var (target, folder) in elsewhere)
        {
            yield return new(
                Diagnosis.Broken,
                $"{Path.GetRelativePath(root, target)} imports InstallGuard.Sdk from {folder}, which is not the version that {GlobalJson.Name} pins",
                $"look for what else names InstallGuard.Sdk in {GlobalJson.Name}, and for properties and targets that lead there");
        }

        if (without.Count == 0 && elsewhere.Count == 0)
        {
            yield return new(Diagnosis.Fine, $"all {targets.Count} projects and solutions import InstallGuard.Sdk");
        }
    }

    private async Task<Finding> PluginAsync(string plugin, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        try
        {
            var (_, output) = await _dotnet.AskAsync([plugin, "-Plugin"], root, line => line.Contains("Handshake", StringComparison.Ordinal), deadline.Token);
            return output.Contains("Handshake", StringComparison.Ordinal)
                ? new(Diagnosis.Fine, "the plugin starts and speaks")
                : new(Diagnosis.Broken, $"the plugin does not start: {plugin}", "clear InstallGuard.Sdk from the NuGet packages folder, and restore again");
        }
        catch (Exception failed) when (failed is Win32Exception or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return new(Diagnosis.Broken, $"the plugin does not answer: {plugin}", "clear InstallGuard.Sdk from the NuGet packages folder, and restore again");
        }
    }

    private Finding Roots()
    {
        string[] files = [Path.Combine(sdk.Folder, "trustedroots", "codesignctl.pem"), Path.Combine(sdk.Folder, "trustedroots", "timestampctl.pem"), .. settings.TrustedRoots];
        return files.Where(file => !File.Exists(file)).ToList() is { Count: > 0 } missing
            ? new(Diagnosis.Broken, $"trusted roots are missing: {string.Join(", ", missing)}", "install the .NET SDK again, or mend INSTALLGUARD_TRUSTED_ROOTS")
            : new(Diagnosis.Fine, $"trusted roots: those of the .NET SDK{(settings.TrustedRoots.Count > 0 ? $" and {settings.TrustedRoots.Count} of your own" : "")}");
    }

    private Finding LedgerOpens()
    {
        var problems = new List<string>();
        try
        {
            using var engine = new GuardEngine(settings, sdk, ports.Clock, problems.Add);
            _ = engine.Sightings.Of(PackageId.Parse("InstallGuard.Sdk"));
            return problems.Count == 0
                ? new(Diagnosis.Fine, $"ledger {settings.LedgerPath}")
                : new(Diagnosis.Gap, string.Join("; ", problems));
        }
        catch (LedgerException failed)
        {
            return new(Diagnosis.Broken, failed.Message, "free the file, or set INSTALLGUARD_LEDGER");
        }
    }

    private IEnumerable<Finding> Locks(GuardSettings inForce) => [Lock(inForce), Reviewed(inForce)];

    private Finding Lock(GuardSettings inForce)
    {
        try
        {
            using var engine = new GuardEngine(inForce, sdk, ports.Clock, _ => { });
            var read = engine.LockFile.Read();
            return read.ReadFrom is null
                ? new(Diagnosis.Broken, $"there is no lock file {inForce.LockPath}: every publisher would be taken for a first use", "take it from the branch that has it, or restore once where the lock may change, review and commit it")
                : new(Diagnosis.Fine, $"lock file {inForce.LockPath}: {read.Document.Count} packages{(inForce.Policy.Locked ? ", locked" : "")}");
        }
        catch (Exception unreadable) when (unreadable is LockFormatException or IOException or UnauthorizedAccessException)
        {
            return new(Diagnosis.Broken, unreadable is LockFormatException ? unreadable.Message : $"{inForce.LockPath}: {unreadable.Message}", "mend the lock file, or take it from the branch it came from");
        }
    }

    private Finding Reviewed(GuardSettings inForce)
    {
        using var engine = new GuardEngine(inForce, sdk, ports.Clock, _ => { });
        return engine.History.Base switch
        {
            LockBase.Known known => new(Diagnosis.Fine, $"edits of the lock are compared with {known.Name}"),
            LockBase.None none => new(Diagnosis.Gap, $"edits of the lock are compared with nothing: {none.Because}", none.Next),
            LockBase.Unasked none => new(Diagnosis.Gap, $"edits of the lock are compared with nothing: {none.Because}", none.Next),
            LockBase.TurnedOff => new(Diagnosis.Broken, "edits of the lock are compared with nothing: INSTALLGUARD_BASE is none", "unset it, or name the branch that this one will be merged into"),
            LockBase.Unavailable none => new(Diagnosis.Broken, $"edits of the lock cannot be compared: {none.Because}", none.Next),
            _ => throw new System.Diagnostics.UnreachableException("no words for the answer"),
        };
    }
}
