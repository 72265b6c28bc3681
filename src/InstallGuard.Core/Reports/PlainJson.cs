using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace InstallGuard.Reports;

/// <summary>
/// JSON that is safe on the output of a build server: the serializer escapes everything outside ASCII, and of two marks
/// that together begin an order there the second is escaped as well. Readers of JSON see no difference.
/// </summary>
internal static class PlainJson
{
    // Such pairs stand in texts only, and never behind an open backslash.
    public static string Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type)
        .Replace("##", "#\\u0023", StringComparison.Ordinal)
        .Replace("::", ":\\u003a", StringComparison.Ordinal);
}
