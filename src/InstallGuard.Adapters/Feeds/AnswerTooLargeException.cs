namespace InstallGuard.Adapters.Feeds;

/// <summary>
/// A feed sent more than it may. Not an <see cref="IOException"/>: NuGet would try again, and download as much again.
/// </summary>
internal sealed class AnswerTooLargeException(string host, long largest)
    : Exception($"{host} sent more than {largest} bytes in one answer");
