using System.Net;
using InstallGuard.Identity;
using InstallGuard.Reports;
using InstallGuard.Text;
using NuGet.Protocol.Core.Types;

namespace InstallGuard.Adapters.Feeds;

/// <summary>
/// A source did not answer as a feed does, and the message names it and the last cause; or none has what was asked for.
/// Safe to show.
/// </summary>
public sealed class FeedException : Exception
{
    private FeedException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The source answered that it wants credentials, or others than it got.</summary>
    public bool WantsCredentials => Status(InnerException) == HttpStatusCode.Unauthorized;

    /// <summary>The sources have answered, and none has what was asked for.</summary>
    public bool IsMissing { get; private init; }

    internal static FeedException From(string source, Exception failed)
    {
        var cause = failed;
        while (cause.InnerException is { } inner)
        {
            cause = inner;
        }

        var status = Status(failed) is { } code
            ? $"answered {(int)code} ({Words(code)})"
            : Quoted.Sentence(cause.Message);
        return new($"{Quoted.Address(source)}: {status}", failed);
    }

    internal static FeedException NotFound(Package package, IReadOnlyCollection<string> sources) => new(sources.Count == 0
        ? $"{Visible.Text(package.ToString())} is in none of the sources: the NuGet configuration has none for it"
        : $"{Visible.Text(package.ToString())} is in none of the sources: {string.Join(", ", sources.Select(Quoted.Address))}")
    {
        IsMissing = true,
    };

    private static HttpStatusCode? Status(Exception? failed) =>
        failed is FatalProtocolException ? Find<HttpRequestException>(failed)?.StatusCode : null;

    private static string Words(HttpStatusCode code) => code switch
    {
        HttpStatusCode.Unauthorized => "unauthorized",
        HttpStatusCode.Forbidden => "forbidden",
        HttpStatusCode.NotFound => "not found",
        _ => code.ToString(),
    };

    private static T? Find<T>(Exception exception)
        where T : Exception
    {
        for (var at = exception; at is not null; at = at.InnerException)
        {
            if (at is T found)
            {
                return found;
            }
        }

        return null;
    }
}
