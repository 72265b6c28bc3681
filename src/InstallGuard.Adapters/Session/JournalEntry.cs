using System.Text.Json.Serialization;

namespace InstallGuard.Adapters.Session;

/// <summary>One line of the plugin's journal: that it was asked, or what it did about a package.</summary>
/// <param name="Event"><c>asked</c>, <c>installed</c>, <c>blocked</c>, <c>source-failed</c>, <c>credentials-wanted</c>, <c>waiting</c>, <c>said</c> or <c>warned</c>.</param>
/// <param name="Package">Id and version; null for <c>asked</c>.</param>
/// <param name="Source">The source it is about.</param>
/// <param name="Folder">The packages folder that an installed package lies in.</param>
/// <param name="Verdict">The verdict on a blocked package.</param>
/// <param name="Text">What was said about it; null where the same was said of another package before.</param>
public sealed record JournalEntry(
    [property: JsonRequired] string Event, string? Package = null, string? Source = null, string? Folder = null, string? Verdict = null, string? Text = null)
{
    /// <summary>The client asked the plugin whether it serves a source.</summary>
    public const string Asked = "asked";

    /// <summary>There is something to say, and the client does not listen yet.</summary>
    public const string Waiting = "waiting";

    /// <summary>What waited has been said.</summary>
    public const string Said = "said";

    /// <summary>The plugin's ledger could not be used. The host says so, once for itself and the plugin.</summary>
    public const string Warned = "warned";

    /// <summary>A package passed and was installed.</summary>
    public const string Installed = "installed";

    /// <summary>A package was refused.</summary>
    public const string Blocked = "blocked";

    /// <summary>A source did not answer, so that nothing is known about what it holds.</summary>
    public const string SourceFailed = "source-failed";

    /// <summary>A source wanted credentials, so that nothing is known about what it holds.</summary>
    public const string CredentialsWanted = "credentials-wanted";
}
