using InstallGuard.Decisions.Rules;

namespace InstallGuard.Decisions;

/// <summary>Every rule there is, in the order of their codes. Codes never change meaning once published.</summary>
public static class RuleCatalog
{
    /// <summary>All rules.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        FirstUse.Rule,
        ProvenanceLost.Rule,
        AuthorLost.Rule,
        RepositoryLost.Rule,
        ProvenanceGained.Rule,
        AuthorGained.Rule,
        RepositoryGained.Rule,
        AuthorChanged.Rule,
        AuthorRenewed.Rule,
        OwnersAdded.Rule,
        OwnersRemoved.Rule,
        OwnersReplaced.Rule,
        RepositoryChanged.Rule,
        SourceRepositoryChanged.Rule,
        WorkflowChanged.Rule,
        BuilderWeakened.Rule,
        IssuerChanged.Rule,
        SignatureInvalid.Rule,
        ProvenanceInvalid.Rule,
        RepositoryForged.Rule,
        PackageMalformed.Rule,
        RepositorySignatureMissing.Rule,
        ContentChanged.Rule,
        Undetermined.Rule,
        Rules.RestoreFailed.Rule,
        NotAsked.Rule,
        Rules.PackagesFolderUnknown.Rule,
        Rules.LockUnreadable.Rule,
    ];

    /// <summary>The rule behind a lock file that cannot be read.</summary>
    public static Rule LockUnreadable => Rules.LockUnreadable.Rule;

    /// <summary>The rule behind a restore that failed for a reason of its own.</summary>
    public static Rule RestoreFailed => Rules.RestoreFailed.Rule;

    /// <summary>The rule behind a restore that installs to a folder that the plugin was not told of.</summary>
    public static Rule PackagesFolderUnknown => Rules.PackagesFolderUnknown.Rule;

    /// <summary>The rule behind a restore in which the plugin was not asked.</summary>
    public static Rule PluginNotAsked => NotAsked.Rule;
}
