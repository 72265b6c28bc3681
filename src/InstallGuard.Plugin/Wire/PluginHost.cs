using System.Text;
using InstallGuard.Adapters.Feeds;
using InstallGuard.Adapters.Packages.Trust;
using InstallGuard.Adapters.Sdk;
using InstallGuard.Adapters.Session;
using InstallGuard.Adapters.Storage;
using InstallGuard.Adapters.Workspace;
using InstallGuard.Plugin.Guarding;
using InstallGuard.Plugin.Handlers;
using InstallGuard.Reports;
using NuGet.Configuration;
using NuGet.Protocol;
using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Wire;

/// <summary>One conversation with NuGet, from the handshake to the close: the table of handlers and what they stand on.</summary>
internal static class PluginHost
{
    /// <summary>Talks until the client closes the conversation, or is gone.</summary>
    /// <param name="sdk">The SDK that restores.</param>
    /// <param name="providers">The user's credential plugins, which the client can ask.</param>
    /// <exception cref="PluginException">The client does not speak the protocol.</exception>
    public static async Task RunAsync(DotNetSdk sdk, IReadOnlyCollection<string> providers)
    {
        var folder = Directory.GetCurrentDirectory();
        var settings = GuardSettings.Read(Environment.GetEnvironmentVariable, folder);
        var graph = new GraphReading(settings.SessionFolder);
        var configurations = new Lazy<IReadOnlyList<ISettings>>(() => NuGetConfigurations.Of(graph.Current, folder));
        var configuration = new Lazy<ISettings>(() => configurations.Value[0]);
        using var journal = Journal.Open(settings.SessionFolder);
        using var ledger = new LedgerDatabase(settings.LedgerPath, TimeProvider.System, Warn);
        using var feeds = new FeedSources(configuration, settings.LargestPackage, settings.NoHttpCache);

        void Warn(string warning)
        {
            if (settings.SessionFolder is null)
            {
                Console.Error.WriteLine(Visible.Text(warning));
            }
            else
            {
                journal.Add(new(JournalEntry.Warned, Text: warning));
            }
        }

        IPlugin? plugin = null;
        IConnection Connection() => plugin?.Connection ?? throw new InvalidOperationException("the conversation has not begun");
        var log = new ClientLog(Connection, journal);
        HttpHandlerResourceV3.CredentialService = new(() => new ClientCredentials(Connection));
        var parts = Parts(sdk, settings, graph, configurations, ledger);
        var guard = new Guard(parts, feeds, log, journal);
        var prepared = Task.Run(parts.Prepare);

        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // NuGet's own way to learn that the client is gone is to ask for its process, which is listed until somebody
        // collects it: in a script that first waits until nobody can say anything any more, forever.
        plugin = await ListenAsync(Table(guard, feeds, providers, log, journal), () => closed.TrySetResult());
        using (plugin)
        {
            plugin.Closed += (_, _) => closed.TrySetResult();
            plugin.Connection.Faulted += (_, _) => closed.TrySetResult();
            await closed.Task;
            await prepared;
        }
    }

    // As PluginFactory does it for a plugin, but for the reader.
    private static async Task<IPlugin> ListenAsync(RequestHandlers table, Action ended)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
#pragma warning disable CA2000 // The plugin disposes of its connection, and the connection of the rest.
        var connection = new Connection(
            new MessageDispatcher(table, new RequestIdGenerator()),
            new Sender(new StreamWriter(Console.OpenStandardOutput(), encoding)),
            new StandardInputReceiver(new StreamReader(new PatientInput(Console.OpenStandardInput(), ended), encoding)),
            ConnectionOptions.CreateDefault());
        var plugin = new global::NuGet.Protocol.Plugins.Plugin(Environment.ProcessPath ?? "dotnet", connection, new PluginProcess(), isOwnProcess: true, Timeout.InfiniteTimeSpan);
        table.TryAdd(MessageMethod.Close, new CloseRequestHandler(plugin));
        table.TryAdd(MessageMethod.MonitorNuGetProcessExit, new MonitorNuGetProcessExitRequestHandler(plugin));
#pragma warning restore CA2000
        try
        {
            await connection.ConnectAsync(CancellationToken.None);
            return plugin;
        }
        catch
        {
            plugin.Dispose();
            throw;
        }
    }

    private static RequestHandlers Table(Guard guard, FeedSources feeds, IReadOnlyCollection<string> providers, ClientLog log, Journal journal)
    {
        var table = new RequestHandlers();
        foreach (var (method, handler) in ((MessageMethod, IRequestHandler)[])
            [
                (MessageMethod.Initialize, new InitializeHandler()),
                (MessageMethod.GetOperationClaims, new OperationClaimsHandler(journal)),
                (MessageMethod.SetCredentials, new CredentialsHandler(feeds)),
                (MessageMethod.SetLogLevel, new LogLevelHandler(log)),
                (MessageMethod.GetPackageVersions, new PackageVersionsHandler(guard, feeds, providers, log, journal)),
                (MessageMethod.PrefetchPackage, new PrefetchHandler(guard)),
                (MessageMethod.GetFilesInPackage, new FilesInPackageHandler(guard)),
                (MessageMethod.CopyFilesInPackage, new CopyFilesHandler(guard)),
                (MessageMethod.CopyNupkgFile, new CopyNupkgHandler(guard, log, journal)),
                (MessageMethod.GetPackageHash, new PackageHashHandler()),
            ])
        {
            table.TryAdd(method, handler);
        }

        return table;
    }

    // What the restore says about itself comes first: a project may have a packages folder of its own.
    private static GuardParts Parts(
        DotNetSdk sdk, GuardSettings settings, GraphReading graph, Lazy<IReadOnlyList<ISettings>> configurations, LedgerDatabase ledger) =>
        new(
            new(() => new(
                settings.PackagesFolder
                    ?? graph.Current?.PackagesFolder
                    ?? SettingsUtility.GetGlobalPackagesFolder(configurations.Value[0]),
                configurations)),
            () => graph.Current,
            new(TrustedRoots.Of(sdk.Folder, settings.TrustedRoots), new RepositoryMemoryInLedger(ledger)),
            new(() => LockReading.Of(new LockFileOnDisk(settings.LockPath, settings.GateFolder, TimeProvider.System))),
            new EvidenceInLedger(ledger),
            new InstallationsInLedger(ledger),
            new SightingsInLedger(ledger),
            new RefusalsInLedger(ledger, settings.LockPath),
            LockAtMergeBase.Of(settings),
            settings.Policy,
            TimeProvider.System);
}
