using System.Text.Json.Nodes;

namespace InstallGuard.CredentialProvider;

/// <summary>
/// A NuGet credential plugin, as users have them. The variables CONTOSO_USER and CONTOSO_PASSWORD say whom it knows;
/// without them it knows nobody. It speaks no more of the plugin protocol than that takes.
/// </summary>
internal static class Program
{
    private static void Main()
    {
        Send(new JsonObject
        {
            ["RequestId"] = Guid.NewGuid().ToString(),
            ["Type"] = "Request",
            ["Method"] = "Handshake",
            ["Payload"] = new JsonObject { ["ProtocolVersion"] = "2.0.0", ["MinimumProtocolVersion"] = "2.0.0" },
        });
        while (Console.In.ReadLine() is { } line)
        {
            var message = JsonNode.Parse(line.TrimStart('\uFEFF'))!;
            var method = (string?)message["Method"];
            if (method == "Close")
            {
                return;
            }

            if ((string?)message["Type"] == "Request")
            {
                Send(new JsonObject
                {
                    ["RequestId"] = (string?)message["RequestId"],
                    ["Type"] = "Response",
                    ["Method"] = method,
                    ["Payload"] = Answer(method, message["Payload"]),
                });
            }
        }
    }

    private static JsonObject Answer(string? method, JsonNode? payload) => method switch
    {
        "Handshake" => new() { ["ResponseCode"] = "Success", ["ProtocolVersion"] = "2.0.0" },
        "GetOperationClaims" => new() { ["Claims"] = payload?["PackageSourceRepository"] is null ? new JsonArray("Authentication") : [] },
        "GetAuthenticationCredentials" => Environment.GetEnvironmentVariable("CONTOSO_USER") is { } user
            ? new()
            {
                ["Username"] = user,
                ["Password"] = Environment.GetEnvironmentVariable("CONTOSO_PASSWORD"),
                ["AuthenticationTypes"] = new JsonArray("Basic"),
                ["ResponseCode"] = "Success",
            }
            : new() { ["ResponseCode"] = "NotFound" },
        _ => new() { ["ResponseCode"] = "Success" },
    };

    private static void Send(JsonObject message) => Console.Out.WriteLine(message.ToJsonString());
}
