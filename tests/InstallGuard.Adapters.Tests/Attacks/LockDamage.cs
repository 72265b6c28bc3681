namespace InstallGuard.Adapters.Attacks;

/// <summary>A lock that was made unreadable, so that it might be taken for an empty one.</summary>
/// <param name="Name">The row of docs/decisions.md.</param>
/// <param name="Text">The file.</param>
/// <param name="Told">What a person must read.</param>
internal sealed record LockDamage(string Name, string Text, string Told)
{
    private const string Pin = """[ { "since": "1.0.0", "unsigned": true, "firstUse": "2026-11-21" } ]""";

    public static IReadOnlyList<LockDamage> All { get; } =
    [
        new(
            "lock with conflict markers",
            $"{{\n  \"version\": 1,\n  \"packages\": {{\n<<<<<<< ours\n    \"Contoso.Json\": {Pin}\n=======\n    \"Contoso.Xml\": {Pin}\n>>>>>>> theirs\n  }}\n}}\n",
            "line 4, column 1: a conflict marker of an unfinished merge"),
        new(
            "lock that names a package twice",
            $"{{\n  \"version\": 1,\n  \"packages\": {{\n    \"Contoso.Json\": {Pin},\n    \"contoso.json\": {Pin}\n  }}\n}}\n",
            "line 5, column 5: \"contoso.json\" stands here a second time"),
        new(
            "lock of a future version",
            "{\n  \"version\": 2,\n  \"packages\": {}\n}\n",
            "line 2, column 14: format 2 is not known to this version of InstallGuard, which reads format 1; use a newer one"),
    ];
}
