namespace InstallGuard.Adapters.Session;

/// <summary>A plugin of the user, or something that was named as one.</summary>
/// <param name="Path">Where it lies.</param>
public abstract record CredentialPlugin(string Path)
{
    /// <summary>What it is called in messages, as NuGet calls it.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>An assembly, which `dotnet` starts.</summary>
    /// <param name="Path">Where it lies.</param>
    public sealed record Assembly(string Path) : CredentialPlugin(Path);

    /// <summary>A program, which starts by itself: what `dotnet tool install` leaves on PATH.</summary>
    /// <param name="Path">Where it lies.</param>
    public sealed record Program(string Path) : CredentialPlugin(Path);

    /// <summary>It was named, and there is nothing that could be started.</summary>
    /// <param name="Path">What was named.</param>
    /// <param name="Because">Why it cannot be used.</param>
    public sealed record Unusable(string Path, string Because) : CredentialPlugin(Path);
}
