using InstallGuard.Decisions.Rules;

namespace InstallGuard.Decisions;

/// <summary>Every rule there is, in the order of their codes. Codes never change meaning once published.</summary>
public static class RuleCatalog
{
    /// <summary>All rules.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        Rules.FirstUse.Rule,
        ProvenanceLost.Rule,
        AuthorLost.Rule,
        RepositoryLost.Rule,
        ProvenanceGained.Rule,
        AuthorGained.Rule,
        RepositoryGained.Rule,
        AuthorChanged.Rule,
        AuthorRenewed.Rule,
        AuthorNamesake.Rule,
        OwnersAdded.Rule,
        OwnersRemoved.Rule,
        OwnersReplaced.Rule,
        RepositoryChanged.Rule,
        Rules.RepositoryCertificateAnnounced.Rule,
        SourceRepositoryChanged.Rule,
        WorkflowChanged.Rule,
        BuilderWeakened.Rule,
        IssuerChanged.Rule,
        FeedChanged.Rule,
        Rules.PackedAgain.Rule,
        Rules.WithoutLedger.Rule,
        SignatureInvalid.Rule,
        ProvenanceInvalid.Rule,
        RepositoryForged.Rule,
        Rules.PackageMalformed.Rule,
        RepositorySignatureMissing.Rule,
        ContentChanged.Rule,
        InstallationAltered.Rule,
        Rules.Undetermined.Rule,
        Rules.RestoreFailed.Rule,
        NotAsked.Rule,
        Rules.NotReached.Rule,
        Rules.NotGuardable.Rule,
        Rules.NotChecked.Rule,
        Rules.LockUnreadable.Rule,
        Rules.LockWeakened.Rule,
    ];

    /// <summary>The rule behind a package that nothing is pinned of.</summary>
    public static Rule FirstUse => Rules.FirstUse.Rule;

    /// <summary>The rule behind a ledger that could not be used, and is no reason to stop.</summary>
    public static Rule WithoutLedger => Rules.WithoutLedger.Rule;

    /// <summary>The rule behind a certificate that a built-in repository's own feed announces.</summary>
    public static Rule RepositoryCertificateAnnounced => Rules.RepositoryCertificateAnnounced.Rule;

    /// <summary>The rule behind a folder that had other contents for the same version before.</summary>
    public static Rule PackedAgain => Rules.PackedAgain.Rule;

    /// <summary>The rule behind a file that is no well-formed package.</summary>
    public static Rule PackageMalformed => Rules.PackageMalformed.Rule;

    /// <summary>The rule behind a package that could not be looked at.</summary>
    public static Rule Undetermined => Rules.Undetermined.Rule;

    /// <summary>The rule behind a lock file that cannot be read.</summary>
    public static Rule LockUnreadable => Rules.LockUnreadable.Rule;

    /// <summary>The rule behind a lock that asks for less than it did.</summary>
    public static Rule LockWeakened => Rules.LockWeakened.Rule;

    /// <summary>The rule behind a restore that failed for a reason of its own.</summary>
    public static Rule RestoreFailed => Rules.RestoreFailed.Rule;

    /// <summary>The rule behind a restore that tries to install a package past the plugin.</summary>
    public static Rule NotReached => Rules.NotReached.Rule;

    /// <summary>The rule behind a restore in a program that cannot be guarded.</summary>
    public static Rule NotGuardable => Rules.NotGuardable.Rule;

    /// <summary>The rule behind a build of packages that were not checked.</summary>
    public static Rule NotChecked => Rules.NotChecked.Rule;

    /// <summary>The rule behind a restore in which the plugin was not asked.</summary>
    public static Rule PluginNotAsked => NotAsked.Rule;
}
