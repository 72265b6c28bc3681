using InstallGuard.Text;

namespace InstallGuard.Identity;

/// <summary>
/// Which build made a package: the stable claims of a Fulcio certificate
/// (extensions 1.3.6.1.4.1.57264.1.N; numbers in parentheses).
/// </summary>
/// <param name="Issuer">The OIDC issuer (8).</param>
/// <param name="RepositoryId">The numeric id of the source repository (15): it survives a rename.</param>
/// <param name="RepositoryUri">The source repository's address (12).</param>
/// <param name="OwnerId">The numeric id of the repository's owner (17).</param>
/// <param name="OwnerUri">The owner's address (16).</param>
/// <param name="Workflow">The build configuration's address without its reference (18, cut at the last <c>@</c>).</param>
/// <param name="Signer">The build signer's address without its reference (9, cut at the last <c>@</c>).</param>
/// <param name="Runner">The runner environment (11): hosted or self-hosted.</param>
/// <param name="Environment">The deployment environment (23), or null where the certificate states none.</param>
public sealed record ProvenanceIdentity(
    string Issuer,
    string RepositoryId,
    string RepositoryUri,
    string OwnerId,
    string OwnerUri,
    string Workflow,
    string Signer,
    string Runner,
    string? Environment) : IEquatable<ProvenanceIdentity>
{
    /// <summary>
    /// Every claim is the same, except that the addresses may differ under the same numeric ids: a renamed repository
    /// is the same repository. Workflow and signer are compared without the repository's address in front.
    /// </summary>
    public bool Equals(ProvenanceIdentity? other) =>
        other is not null
        && string.Equals(Issuer, other.Issuer, StringComparison.Ordinal)
        && string.Equals(RepositoryId, other.RepositoryId, StringComparison.Ordinal)
        && string.Equals(OwnerId, other.OwnerId, StringComparison.Ordinal)
        && string.Equals(WithinRepository(Workflow), other.WithinRepository(other.Workflow), StringComparison.Ordinal)
        && string.Equals(WithinRepository(Signer), other.WithinRepository(other.Signer), StringComparison.Ordinal)
        && string.Equals(Runner, other.Runner, StringComparison.Ordinal)
        && string.Equals(Environment, other.Environment, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Issuer, RepositoryId, OwnerId, Runner, Environment);

    /// <inheritdoc/>
    // Whatever makes two builds unequal must be in here, or an alarm shows the same text twice.
    public override string ToString()
    {
        var signer = string.Equals(Signer, Workflow, StringComparison.Ordinal) ? "" : $", signed by {Quoted.Address(WithinRepository(Signer))}";
        var environment = Environment is null ? "" : $", environment {Quoted.Account(Environment)}";
        return $"{Quoted.Address(RepositoryUri)} (id {Quoted.Account(RepositoryId)}, owner id {Quoted.Account(OwnerId)}), {Quoted.Address(WithinRepository(Workflow))}{signer}, {Quoted.Account(Runner)}{environment}, vouched for by {Quoted.Address(Issuer)}";
    }

    private string WithinRepository(string uri) =>
        uri.StartsWith(RepositoryUri + "/", StringComparison.Ordinal) ? uri[RepositoryUri.Length..] : uri;
}
