using System.Globalization;
using InstallGuard.Identity;
using InstallGuard.Ledger;

namespace InstallGuard.Benchmarks;

/// <summary>
/// A lock such as a large repository has: of 20 packages 8 with repository and owners, 7 with an author besides, 2 with
/// provenance, 1 unsigned, 2 whose publisher changed once or twice.
/// </summary>
internal static class RealisticLock
{
    private static readonly string[] Areas = ["Json", "Http", "Data.SqlClient", "Logging.Abstractions", "Testing", "Azure.Storage", "Diagnostics", "Mail"];
    private static readonly string[] Kinds = ["Core", "Extensions", "Analyzers", "AspNetCore", "Client"];
    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly FeedIdentity Feed = FeedIdentity.Of("https://packages.contoso.example/team/index.json")!;

    /// <summary>Makes it.</summary>
    public static LockDocument Of(int packages)
    {
        var document = LockDocument.Empty;
        for (var i = 0; i < packages; i++)
        {
            foreach (var pin in Pins(i))
            {
                document = document.With(Id(i), pin);
            }
        }

        return document;
    }

    /// <summary>The pin that a person makes who accepts a change.</summary>
    public static Pin Accepting(PackageVersion since, PublisherIdentity identity) => new(
        since, identity, new PinOrigin.Accepted("owners-replaced", "jo@contoso.example", Day, "moved to the project's own account — see issue 1234"));

    private static IEnumerable<Pin> Pins(int i)
    {
        switch (i % 20)
        {
            case < 8:
                yield return First(i, new(null, null, Repository(i)));
                break;
            case < 15:
                yield return First(i, new(null, Author(i), Repository(i)));
                break;
            case < 17:
                yield return First(i, new(Build(i), null, Repository(i)));
                break;
            case < 18:
                yield return First(i, PublisherIdentity.UnsignedFrom(Feed)) with { Signed = null };
                break;
            default:
                yield return First(i, new(null, null, Repository(i)));
                yield return Accepting(Version(i, later: 1), new(null, null, Repository(i + 1))) with { Signed = Day.AddDays(-i % 900) };
                if (i % 20 == 19)
                {
                    yield return new(
                        Version(i, later: 2), new(null, Author(i), Repository(i + 1)), new PinOrigin.Noticed("author-appeared", Day));
                }

                break;
        }
    }

    private static Pin First(int i, PublisherIdentity identity) =>
        new(Version(i, later: 0), identity, new PinOrigin.FirstUse(Day)) { Signed = Day.AddDays(-i % 2000) };

    private static PackageId Id(int i) => PackageId.Parse(
        string.Create(CultureInfo.InvariantCulture, $"Vendor{i / 40}.{Areas[i % Areas.Length]}.{Kinds[i / Areas.Length % Kinds.Length]}"));

    private static PackageVersion Version(int i, int later) => PackageVersion.Parse(
        string.Create(CultureInfo.InvariantCulture, $"{(i % 12) + 1}.{(i % 7) + later}.{i % 5}{(i % 25 == 0 ? "-preview.2" : "")}"));

    private static RepositoryIdentity Repository(int i) => new(
        "nuget.org", new(Enumerable.Range(0, (i % 3) + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"maintainer-{(i / 4) + n}"))));

    private static AuthorIdentity Author(int i)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Vendor {i / 40} Société, Inc.");
        return new(name, name, "US", i % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{600_000_000 + i}") : null, null);
    }

    private static ProvenanceIdentity Build(int i)
    {
        var owner = string.Create(CultureInfo.InvariantCulture, $"https://github.com/vendor{i / 40}");
        var repository = $"{owner}/project";
        return new(
            "https://token.actions.githubusercontent.com",
            string.Create(CultureInfo.InvariantCulture, $"{70_000_000 + i}"),
            repository,
            string.Create(CultureInfo.InvariantCulture, $"{9_000_000 + (i / 40)}"),
            owner,
            $"{repository}/.github/workflows/release.yml",
            $"{repository}/.github/workflows/release.yml",
            "github-hosted",
            i % 2 == 0 ? "production" : null);
    }
}
