using System.Collections.Immutable;
using System.Text.Json;
using InstallGuard.Evidence;
using NuGet.Common;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;

namespace InstallGuard.Adapters.Feeds;

/// <summary>
/// What a feed announces about its signatures, asked for past NuGet's HTTP cache: what lies there may have come over an
/// earlier connection, one that proved nothing.
/// </summary>
internal static class FreshAnnouncement
{
    private const int LargestAnswer = 1024 * 1024;

    // The latest first.
    private static readonly string[] Resources = ["RepositorySignatures/5.0.0", "RepositorySignatures/4.9.0", "RepositorySignatures/4.7.0"];

    /// <returns>Null when the feed announces nothing.</returns>
    public static async Task<RepositoryAnnouncement?> FetchAsync(SourceRepository repository)
    {
        var source = repository.PackageSource;
        var http = (await repository.GetResourceAsync<HttpSourceResource>() ?? throw new InvalidDataException("the source is not reached over http")).HttpSource;
        using var index = await ReadAsync(http, source.SourceUri);
        if (AddressIn(index.RootElement) is not { } address)
        {
            return null;
        }

        if (address.Scheme != Uri.UriSchemeHttps)
        {
            throw new InvalidDataException("its signing certificates are not announced over https");
        }

        using var announced = await ReadAsync(http, address);
        return new(
            source.SourceUri.AbsoluteUri,
            announced.RootElement.GetProperty("allRepositorySigned").GetBoolean(),
            Certificates(announced.RootElement),
            IsProven: !source.DisableTLSCertificateValidation);
    }

    private static Task<JsonDocument> ReadAsync(HttpSource http, Uri address) => http.ProcessStreamAsync(
        new HttpSourceRequest(address, NullLogger.Instance),
        async stream =>
        {
            using var limited = new LimitedStream(stream ?? throw new InvalidDataException("an empty answer"), LargestAnswer, address.Host);
            return await JsonDocument.ParseAsync(limited, new JsonDocumentOptions { AllowDuplicateProperties = false });
        },
        NullLogger.Instance,
        CancellationToken.None);

    private static Uri? AddressIn(JsonElement index)
    {
        var resources = index.GetProperty("resources").EnumerateArray().ToList();
        var found = Resources.Select(type => resources.Find(resource => IsOf(resource, type))).FirstOrDefault(one => one.ValueKind == JsonValueKind.Object);
        return found.ValueKind == JsonValueKind.Object ? new(found.GetProperty("@id").GetString()!) : null;
    }

    private static bool IsOf(JsonElement resource, string type) =>
        resource.TryGetProperty("@type", out var types)
        && (types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Any(one => one.ValueEquals(type)) : types.ValueEquals(type));

    private static ImmutableArray<Sha256Digest> Certificates(JsonElement announced) =>
        [.. announced.GetProperty("signingCertificates").EnumerateArray().Select(certificate =>
            Sha256Digest.Parse(certificate.GetProperty("fingerprints").GetProperty(HashAlgorithmName.SHA256.ConvertToOidString()).GetString() ?? ""))];
}
