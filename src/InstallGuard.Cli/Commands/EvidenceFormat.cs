namespace InstallGuard.Cli.Commands;

/// <summary>How evidence and decisions are shown.</summary>
internal enum EvidenceFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs: docs/inspect-json.md, docs/compare-json.md and docs/check-json.md.</summary>
    Json,
}
