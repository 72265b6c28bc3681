namespace InstallGuard.EndToEnd.Attacks;

/// <summary>The repository says that other accounts own the package.</summary>
internal static class OwnerSteps
{
    public static IReadOnlyList<Step> Refused { get; } =
    [
        new("an owner is added, and there is no author signature", p => p.RepositorySigned("1.0.0", "alice"), p => p.RepositorySigned("2.0.0", "alice", "mallory"), "IG1030")
        {
            Says = ["owners alice (since 1.0.0)", "owners alice, mallory"],
        },
        new("an owner is added beside a swapped author", p => p.Signed("1.0.0", "alice"), p => p.Countersigned(p.AuthorSigned("2.0.0", AuthorSteps.Mallory), "alice", "mallory"), "IG1020", "IG1030"),
        new("the owners are replaced", p => p.RepositorySigned("1.0.0", "alice", "bob"), p => p.RepositorySigned("2.0.0", "mallory"), "IG1032")
        {
            Says = ["owners alice, bob (since 1.0.0)", "owners mallory"],
        },
        new("the owners are replaced, and the author is unchanged", p => p.Signed("1.0.0", "alice", "bob"), p => p.Signed("2.0.0", "mallory"), "IG1032"),
        new("owners are no longer stated", p => p.Signed("1.0.0", "alice"), p => p.Signed("2.0.0"), "IG1032"),
        new("an owner is renamed inside the signature", p => p.RepositorySigned("1.0.0", "alice"), p => Testing.Tampering.OwnerRenamed(p.RepositorySigned("2.0.0", "mallory"), "mallory", "alice"), "IG2001"),
    ];

    public static IReadOnlyList<Step> Passing { get; } =
    [
        new("an owner is added, and the author is unchanged", p => p.Signed("1.0.0", "alice"), p => p.Signed("2.0.0", "alice", "bob"), "IG1030")
        {
            Says = ["added bob"],
            Noticed = "owners-added",
        },
        new("an owner is removed", p => p.RepositorySigned("1.0.0", "alice", "bob"), p => p.RepositorySigned("2.0.0", "alice"), "IG1031") { Noticed = "owners-removed" },
        new("the same owners in another order", p => p.Signed("1.0.0", "alice", "bob"), p => p.Signed("2.0.0", "bob", "alice")),
    ];
}
