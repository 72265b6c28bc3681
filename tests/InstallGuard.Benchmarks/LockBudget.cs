using InstallGuard.Adapters.Storage;
using InstallGuard.Checking;
using InstallGuard.Decisions;
using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Benchmarks;

/// <summary>A lock of 10,000 packages: read, compare, write.</summary>
internal static class LockBudget
{
    private const int Packages = 10_000;
    private const int Runs = 15;
    private const string InMemory = "in memory";
    private const string OnDisk = "on disk";
    private const string FromNothing = "from nothing";
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(0.15);

    /// <summary>Measures all passes, warm and in fresh processes.</summary>
    public static IEnumerable<Row> Rows()
    {
        var folder = Directory.CreateTempSubdirectory("installguard-benchmarks-");
        try
        {
            var lockFile = Path.Combine(folder.FullName, "installguard.lock.json");
            var canonical = LockWriter.Write(RealisticLock.Of(Packages));
            return Rows(lockFile, canonical);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One pass.</summary>
    public static Laps Run(string pass, string lockFile) => pass switch
    {
        InMemory => RunInMemory(lockFile),
        OnDisk => RunOnDisk(lockFile),
        FromNothing => RunFromNothing(lockFile),
        _ => throw new ArgumentException($"no pass {pass}", nameof(pass)),
    };

    private static List<Row> Rows(string lockFile, byte[] canonical)
    {
        string[] passes = [InMemory, OnDisk, FromNothing];
        var warm = passes.ToDictionary(pass => pass, _ => new Laps());
        var fresh = passes.ToDictionary(pass => pass, _ => new Laps());

        // In turns, so that a busy moment of the machine meets all of them. The first rounds are for the compiler.
        for (var i = -Runs; i < Runs; i++)
        {
            foreach (var pass in passes)
            {
                var laps = Measure(pass, Run);
                if (i >= 0)
                {
                    warm[pass].Add(laps);
                    fresh[pass].Add(Measure(pass, FreshProcess.Run));
                }
            }
        }

        return [.. passes.SelectMany(pass => Rows(pass, warm[pass]).Concat(Rows($"{pass}, fresh process", fresh[pass])))];

        Laps Measure(string pass, Func<string, string, Laps> run)
        {
            File.WriteAllBytes(lockFile, canonical);
            GC.Collect();
            return run(pass, lockFile);
        }
    }

    private static IEnumerable<Row> Rows(string pass, Laps laps) =>
    [
        .. laps.Parts.Select(part => new Row($"{pass}: {part.Key}", laps.Median(part.Key))),
        new($"**lock of 10,000 packages, {pass}: {string.Join(", ", laps.Parts.Select(part => part.Key))}**", laps.MedianSum(), Budget),
    ];

    private static Laps RunInMemory(string lockFile)
    {
        var laps = new Laps();
        var bytes = File.ReadAllBytes(lockFile);
        var document = laps.Time("read", () => LockReader.Read(bytes));
        var changes = Compare(laps, document);
        var next = laps.Time("change", () => With(document, changes));
        laps.Time("write", () => LockWriter.Write(next));
        return laps;
    }

    private static Laps RunOnDisk(string lockFile)
    {
        var laps = new Laps();
        var file = new LockFileOnDisk(lockFile, Path.Combine(Path.GetDirectoryName(lockFile)!, "gates"), TimeProvider.System);
        var read = laps.Time("read", file.Read);
        var changes = Compare(laps, read.Document);
        var next = laps.Time("change", () => With(read.Document, changes));
        return laps.Time("write", () => file.TryReplace(read, next)) ? laps : throw new IOException("somebody else writes this lock");
    }

    // The first check of a large repository: every package is new.
    private static Laps RunFromNothing(string lockFile)
    {
        var laps = new Laps();
        var pins = LockReader.Read(File.ReadAllBytes(lockFile)).Packages
            .SelectMany(package => package.Value.Select(pin => (package.Key, pin))).ToList();
        var document = laps.Time("change", () => With(LockDocument.Empty, pins));
        laps.Time("write", () => LockWriter.Write(document));
        return laps;
    }

    private static List<(PackageId Id, Pin Pin)> Compare(Laps laps, LockDocument document)
    {
        var looks = RealisticLooks.At(document).ToList();
        var verdicts = laps.Time("compare", () =>
            looks.ConvertAll(one => Decide.For(one.Package, document.PinsOf(one.Package.Id), one.Look, [])));
        return [.. looks.Zip(verdicts)
            .Where(one => !one.Second.Changes.IsEmpty)
            .Select(one => (one.First.Package.Id, RealisticLock.Accepting(one.First.Package.Version, one.First.Look.Identity)))];
    }

    private static LockDocument With(LockDocument document, List<(PackageId Id, Pin Pin)> pins) =>
        pins.Aggregate(document, (next, one) => next.With(one.Id, one.Pin));
}
