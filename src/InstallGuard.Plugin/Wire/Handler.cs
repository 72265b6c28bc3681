using NuGet.Protocol.Plugins;

namespace InstallGuard.Plugin.Wire;

/// <summary>One message of the plugin protocol: it sees a typed request and nothing of the wire. It keeps no state.</summary>
/// <typeparam name="TRequest">The request's payload.</typeparam>
/// <typeparam name="TResponse">The answer's payload.</typeparam>
internal abstract class Handler<TRequest, TResponse> : IRequestHandler
    where TRequest : class
    where TResponse : class
{
    /// <inheritdoc/>
    public CancellationToken CancellationToken => CancellationToken.None;

    /// <summary>Every request gets exactly one answer, also when something goes wrong, and progress while it waits for it.</summary>
    public async Task HandleResponseAsync(
        IConnection connection, Message request, IResponseHandler responseHandler, CancellationToken cancellationToken)
    {
        TResponse response;
        using (AutomaticProgressReporter.Create(connection, request, PluginConstants.ProgressInterval, cancellationToken))
        {
            try
            {
                response = MessageUtilities.DeserializePayload<TRequest>(request) is { } payload
                    ? await HandleAsync(payload, cancellationToken)
                    : Refusal;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // An exception that escapes is printed at the user with a stack trace of the protocol; refusing is always safe.
            catch (Exception)
#pragma warning restore CA1031
            {
                response = Refusal;
            }
        }

        await responseHandler.SendResponseAsync(request, response, cancellationToken);
    }

    /// <summary>The answer that lets nothing through.</summary>
    protected abstract TResponse Refusal { get; }

    /// <summary>Answers a request.</summary>
    protected abstract Task<TResponse> HandleAsync(TRequest request, CancellationToken cancel);
}
