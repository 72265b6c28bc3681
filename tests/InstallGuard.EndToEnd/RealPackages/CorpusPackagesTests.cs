using System.Diagnostics;
using System.Text.Json;
using InstallGuard.Testing;

namespace InstallGuard.EndToEnd.RealPackages;

/// <summary><c>installguard inspect</c> on real packages, against what another reader found in them.</summary>
[TestClass]
public sealed class CorpusPackagesTests
{
    private const int Fewest = 20;

    // Past the first, no batch is begun once there are enough; the second is for a source that does not answer.
    private static readonly TimeSpan FetchFor = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromMinutes(5);

    [TestMethod]
    public async Task Inspect_agrees_with_the_corpus_about_every_package_that_can_be_fetched_in_a_while()
    {
        var rows = Rows();
        await DefaultSource.RequireAsync();
        await using var sandbox = await Sandbox.CreateWithDefaultSources().TrustingTestRoots();
        var fetched = await FetchAsync(sandbox, rows);
        Console.WriteLine($"{fetched.Count} of {rows.Count} rows were fetched");
        Assert.IsGreaterThanOrEqualTo(Fewest, fetched.Count);

        foreach (var (row, file) in fetched)
        {
            var result = await sandbox.GuardAsync(sandbox.Work, "inspect", file, "--format", "json");

            Assert.AreEqual(0, result.ExitCode, $"{file}: {result}");
            using var json = JsonDocument.Parse(result.Output);
            Agrees(row, json.RootElement, file);
        }

        var authors = fetched.Count(one => one.Row.GetProperty("author").ValueKind != JsonValueKind.Null);
        Console.WriteLine($"{authors} of them signed by an author");
        Assert.IsTrue(authors > 0 && authors < fetched.Count, "both kinds of signature are among them");
    }

    private static void Agrees(JsonElement row, JsonElement seen, string file)
    {
        Assert.AreEqual(row.GetProperty("id").GetString(), seen.GetProperty("id").GetString(), file);
        Assert.AreEqual(row.GetProperty("unsignedSha256").GetString(), seen.GetProperty("unsignedSha256").GetString(), file);
        if (row.GetProperty("author").ValueKind == JsonValueKind.Null)
        {
            Assert.AreEqual("absent", seen.GetProperty("author").GetProperty("state").GetString(), file);
        }
        else
        {
            SignerAgrees(row.GetProperty("author"), seen.GetProperty("author"), file);
        }

        var repository = seen.GetProperty("repository");
        SignerAgrees(row.GetProperty("repository"), repository, file);
        Assert.AreEqual("nuget.org", repository.GetProperty("name").GetString(), file);
        Assert.AreSequenceEqual(Owners(row), Owners(repository), file);
    }

    private static void SignerAgrees(JsonElement expected, JsonElement seen, string file)
    {
        Assert.AreEqual("present", seen.GetProperty("state").GetString(), file);
        Assert.AreEqual(
            expected.GetProperty("sha256").GetString(), seen.GetProperty("certificate").GetProperty("sha256").GetString()!.ToUpperInvariant(), file);
        Assert.AreEqual(expected.GetProperty("timestamp").GetString(), seen.GetProperty("timestamp").GetString(), file);
    }

    private static IEnumerable<string> Owners(JsonElement element) =>
        element.GetProperty("owners").EnumerateArray().Select(owner => owner.GetString()!).Order(StringComparer.Ordinal);

    // A batch that holds a version which is not there fails as a whole; what it did fetch still counts.
    private static async Task<List<(JsonElement Row, string File)>> FetchAsync(Sandbox sandbox, List<JsonElement> rows)
    {
        const int Batch = 12;
        var clock = Stopwatch.StartNew();
        var number = 0;

        // One row of every package first: the versions of one are signed alike.
        foreach (var batch in rows.GroupBy(row => Text(row, "id")).SelectMany(group => group.Select((row, index) => (row, index)))
            .OrderBy(one => one.index).Select(one => one.row).Chunk(Batch))
        {
            var left = GiveUpAfter - clock.Elapsed;
            if (left <= TimeSpan.Zero || (clock.Elapsed > FetchFor && Fetched(sandbox, rows).Count >= Fewest))
            {
                break;
            }

            number++;
            var items = batch.GroupBy(row => Text(row, "id"))
                .Select(group => $"""<PackageDownload Include="{group.Key}" Version="{string.Join(";", group.Select(row => $"[{Text(row, "version")}]"))}" />""");
            var project = sandbox.WriteFile($"batch{number}/batch{number}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                    <NuGetAudit>false</NuGetAudit>
                  </PropertyGroup>
                  <ItemGroup>{string.Join("", items)}</ItemGroup>
                </Project>

                """);
            using var deadline = new CancellationTokenSource(left);
            try
            {
                _ = await sandbox.DotNetAsync(["restore", project], folder: null, cancel: deadline.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return Fetched(sandbox, rows);
    }

    private static List<(JsonElement Row, string File)> Fetched(Sandbox sandbox, List<JsonElement> rows) =>
        [.. rows.Select(row => (row, FileOf(sandbox, row))).Where(one => one.Item2 is not null).Select(one => (one.row, one.Item2!))];

    // Complete only when its metadata is there, which NuGet writes last.
    private static string? FileOf(Sandbox sandbox, JsonElement row)
    {
        var (id, version) = (Text(row, "id").ToLowerInvariant(), Text(row, "version").ToLowerInvariant());
        var folder = Path.Combine(sandbox.Packages, id, version);
        return File.Exists(Path.Combine(folder, ".nupkg.metadata")) ? Path.Combine(folder, $"{id}.{version}.nupkg") : null;
    }

    private static List<JsonElement> Rows()
    {
        var shared = Environment.GetEnvironmentVariable("INSTALLGUARD_SHARED") ?? Path.Combine(Guarded.Installed, "..", "..", "..", "..", "..", "..", "shared");
        var file = Path.GetFullPath(Path.Combine(shared, "corpus", "corpus.jsonl"));
        if (!File.Exists(file))
        {
            Assert.Inconclusive($"there is no corpus in {file}; INSTALLGUARD_SHARED says where it is");
        }

        return [.. File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement.Clone())];
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
