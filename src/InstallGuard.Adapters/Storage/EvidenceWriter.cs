using System.Diagnostics;
using System.Text.Json;
using InstallGuard.Evidence;
using static InstallGuard.Adapters.Storage.EvidenceMembers;

namespace InstallGuard.Adapters.Storage;

/// <summary>Evidence → stored JSON. Each method has its mirror image in <see cref="EvidenceReader"/>.</summary>
internal static class EvidenceWriter
{
    public static void Write(Utf8JsonWriter json, PackageEvidence evidence)
    {
        json.WriteStartObject();
        json.WriteString(Hash, evidence.Contents.Hash.Base64);
        json.WriteString(UnsignedDigest, evidence.Contents.UnsignedDigest.Hex);
        json.WriteString(Id, evidence.Contents.Declared.Id.Text);
        json.WriteString(EvidenceMembers.Version, evidence.Contents.Declared.Version.Text);
        Write(json, Provenance, evidence.Provenance, Write);
        Write(json, Author, evidence.Author, Write);
        Write(json, Repository, evidence.Repository, Write);
        Write(json, Claims, evidence.Claims, Write);
        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, string name, Finding<T> finding, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        json.WriteStartObject(name);
        switch (finding)
        {
            case Finding<T>.Present present:
                json.WriteString(State, Present);
                json.WriteStartObject(Value);
                write(json, present.Value);
                json.WriteEndObject();
                break;
            case Finding<T>.Absent:
                json.WriteString(State, Absent);
                break;
            case Finding<T>.Invalid invalid:
                json.WriteString(State, invalid.Unproven is null ? Invalid : Unproven);
                json.WriteString(Check, invalid.Check.Slug);
                json.WriteString(Expected, invalid.Check.Expected);
                json.WriteString(Found, invalid.Check.Found);
                if (invalid.Unproven is { } unproven)
                {
                    json.WriteStartObject(Value);
                    write(json, unproven);
                    json.WriteEndObject();
                }

                break;
            case Finding<T>.Unavailable unavailable:
                json.WriteString(State, Unavailable);
                json.WriteString(Because, unavailable.Because);
                break;
            case Finding<T>.NotSought:
                json.WriteString(State, NotSought);
                break;
            default:
                throw new UnreachableException($"no spelling for {finding}");
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BuildProvenance build)
    {
        json.WriteString(Issuer, build.Identity.Issuer);
        json.WriteString(RepositoryId, build.Identity.RepositoryId);
        json.WriteString(RepositoryUri, build.Identity.RepositoryUri);
        json.WriteString(OwnerId, build.Identity.OwnerId);
        json.WriteString(OwnerUri, build.Identity.OwnerUri);
        json.WriteString(Workflow, build.Identity.Workflow);
        json.WriteString(Signer, build.Identity.Signer);
        json.WriteString(Runner, build.Identity.Runner);
        json.WriteString(EvidenceMembers.Environment, build.Identity.Environment);
    }

    private static void Write(Utf8JsonWriter json, AuthorSignature author)
    {
        json.WriteString(Name, author.Identity.Name);
        json.WriteString(Organization, author.Identity.Organization);
        json.WriteString(Country, author.Identity.Country);
        json.WriteString(Registration, author.Identity.Registration);
        json.WriteString(Subscriber, author.Identity.Subscriber);
        json.WriteString(Locality, author.Identity.Certified?.Locality);
        json.WriteString(Region, author.Identity.Certified?.Region);
        json.WriteString(Authority, author.Identity.Certified?.Authority);
        Write(json, author.Certificate);
        Write(json, author.Time);
    }

    private static void Write(Utf8JsonWriter json, RepositorySignature repository)
    {
        json.WriteString(Name, repository.Identity.Name);
        json.WriteStartArray(Owners);
        foreach (var owner in repository.Identity.Owners)
        {
            json.WriteStringValue(owner);
        }

        json.WriteEndArray();
        json.WriteString(ServiceIndex, repository.ServiceIndex);
        Write(json, repository.Certificate);
        Write(json, repository.Time);
    }

    private static void Write(Utf8JsonWriter json, NuspecClaims claims)
    {
        json.WriteString(Authors, claims.Authors);
        json.WriteString(RepositoryUrl, claims.RepositoryUrl);
        json.WriteString(RepositoryCommit, claims.RepositoryCommit);
        json.WriteString(ProjectUrl, claims.ProjectUrl);
    }

    private static void Write(Utf8JsonWriter json, CertificateDescription certificate)
    {
        json.WriteStartObject(Certificate);
        json.WriteString(Fingerprint, certificate.Fingerprint.Hex);
        json.WriteString(Subject, certificate.Subject);
        json.WriteString(Issuer, certificate.Issuer);
        json.WriteString(NotBefore, StorageTime.Text(certificate.NotBefore));
        json.WriteString(NotAfter, StorageTime.Text(certificate.NotAfter));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SignatureTime time)
    {
        var (state, at) = time switch
        {
            SignatureTime.Trusted trusted => (Trusted, trusted.At),
            SignatureTime.Claimed claimed => (Claimed, claimed.CheckedAt),
            _ => throw new UnreachableException($"no spelling for {time}"),
        };
        json.WriteStartObject(Time);
        json.WriteString(State, state);
        json.WriteString(At, StorageTime.Text(at));
        json.WriteEndObject();
    }
}
