using System.Text;

namespace InstallGuard.Testing;

/// <summary>A user that a feed lets in, and that a nuget.config names.</summary>
public sealed record FeedCredentials(string User, string Password)
{
    internal string Header => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
}
