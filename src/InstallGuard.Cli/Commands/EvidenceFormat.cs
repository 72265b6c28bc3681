namespace InstallGuard.Cli.Commands;

/// <summary>How evidence is shown.</summary>
internal enum EvidenceFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs: docs/inspect-json.md.</summary>
    Json,
}
