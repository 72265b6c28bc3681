namespace InstallGuard.Identity;

/// <summary>Names in messages: quoted, so that no name can read like two, or like a name with something after it.</summary>
internal static class Quoted
{
    public static string Text(string name) =>
        $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>An account name: bare when it is as plain as they are on public repositories.</summary>
    public static string Account(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') ? name : Text(name);
}
