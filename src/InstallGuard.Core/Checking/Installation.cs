namespace InstallGuard.Checking;

/// <summary>An installed package as the file system tells it apart from any other: the same text, the same files.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="State">What the file system says of it; another text after every installation, and after every change where changes can be expected.</param>
public sealed record Installation(string Folder, string State);
