using System.ComponentModel;
using System.Runtime.CompilerServices;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Checking;
using InstallGuard.Cli.Initializing;
using InstallGuard.Identity;
using InstallGuard.Ledger;
using InstallGuard.Reports;

namespace InstallGuard.Cli.Diagnosing;

/// <summary>Looks at everything that a guarded restore of a repository stands on. It changes nothing but the ledger's own upkeep.</summary>
/// <param name="ports">The process.</param>
/// <param name="sdk">The SDK that restores.</param>
/// <param name="settings">The settings of the repository without its properties.</param>
/// <param name="root">The root of the repository.</param>
/// <param name="targets">What the repository consists of.</param>
internal sealed class Examination(Ports ports, DotNetSdk sdk, GuardSettings settings, string root, RestoreTargets targets)
{
    private const int Oldest = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DotNet _dotnet = new(sdk);

    /// <summary>Looks, and tells.</summary>
    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        yield return Sdk();
        var files = new GuardFiles(root, targets);
        foreach (var finding in files.Findings)
        {
            yield return finding;
        }

        // What MSBuild and the lock say to that has the same cause.
        IReadOnlyList<GuardSettings> inForce = files.AreMissing ? [] : [settings];
        if (targets.Asked.Count > 0 && !files.AreMissing)
        {
            switch (await new Imports(_dotnet).OfAsync(targets.Asked, cancel))
            {
                case Imports.Unreadable unreadable:
                    yield return new(Diagnosis.Broken, $"the projects cannot be read: {Visible.Text(unreadable.Problem)}", "mend what MSBuild names; where it does not find InstallGuard.Sdk, add a source that has it to nuget.config, or run `installguard init`");
                    break;
                case Imports.Known known:
                    foreach (var finding in ImportFindings.Of(root, targets.Asked, known, files.Version))
                    {
                        yield return finding;
                    }

                    var properties = new PropertiesInForce(ports, settings, root, known.Told);
                    foreach (var finding in properties.Findings)
                    {
                        yield return finding;
                    }

                    inForce = properties.Settings;
                    foreach (var finding in inForce.SelectMany(one => Installed(one, known.By.Values, files.Version, cancel)).Distinct())
                    {
                        yield return finding;
                    }

                    if (known.By.Values.FirstOrDefault() is { } folder)
                    {
                        yield return await PluginAsync(Path.Combine(folder, "InstallGuard.Plugin.dll"), cancel);
                    }

                    break;
                default:
                    throw new System.Diagnostics.UnreachableException("no words for the answer");
            }
        }

        foreach (var finding in files.AreMissing ? [] : Sources(files.Version))
        {
            yield return finding;
        }

        yield return Roots();
        yield return LedgerOpens();
        foreach (var finding in inForce.SelectMany(Locks).Concat(files.Ignored(inForce.Select(one => one.LockPath))))
        {
            yield return finding;
        }

        foreach (var finding in CredentialProviders.Of(ports.Environment))
        {
            yield return finding;
        }

        if (BuildServer.ToldBy(ports.Environment) is { } variable)
        {
            yield return new(Diagnosis.Fine, $"this is a build server ({variable} is set): restores leave the lock as it is, unless INSTALLGUARD_LOCKED is false");
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

    // None of it makes a problem here: where InstallGuard.Sdk does not come, MSBuild has said so above.
    private IEnumerable<Finding> Sources(string? version)
    {
        var sources = OwnPackageSources.Of(root, PackageVersion.TryParse(version ?? "", out var named) ? named : null);
        return SourceDoubt.Of(sources, version) is { Count: > 0 } doubts ? doubts.Select(doubt => new Finding(Diagnosis.Gap, doubt.What, doubt.Fix))
            : sources is OwnPackageSources.Known { Asked: [var only] } ? [new(Diagnosis.Fine, $"InstallGuard.Sdk comes from the source {Text.Quoted.Account(only.Name)} alone")]
            : [];
    }

    // What is wrong with the lock itself is said by the finding on it.
    private List<Finding> Installed(GuardSettings inForce, IEnumerable<string> tools, string? version, CancellationToken cancel)
    {
        try
        {
            using var engine = new GuardEngine(inForce, sdk, ports.Clock, _ => { });
            return engine.LockFile.Read() is { ReadFrom: not null, Document: var document } ? [.. InstalledSdk.Of(tools, version, document, cancel)] : [];
        }
        catch (Exception unreadable) when (unreadable is LockFormatException or IOException or UnauthorizedAccessException)
        {
            return [];
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
