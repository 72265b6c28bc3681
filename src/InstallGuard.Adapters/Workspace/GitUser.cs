using System.Text;

namespace InstallGuard.Adapters.Workspace;

/// <summary>Who works in this repository, as git knows it.</summary>
public static class GitUser
{
    /// <summary>git's <c>user.email</c>; null where there is no git, or it knows none. Only a name for people is lost then.</summary>
    public static string? Email(string folder) =>
        new Git(folder).Ask("config", "user.email") is GitAnswer.Said said && Encoding.UTF8.GetString(said.Output.Span).Trim() is { Length: > 0 } email ? email : null;
}
