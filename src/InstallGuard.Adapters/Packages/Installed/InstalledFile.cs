namespace InstallGuard.Adapters.Packages.Installed;

/// <summary>A file below the folder of an installed package.</summary>
/// <param name="Path">Its path in that folder, with this system's separators.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Written">When it was written last, in ticks, UTC.</param>
/// <param name="IsLink">Whether it stands for a file or folder elsewhere. NuGet makes none.</param>
// A class: sorting structs would have to be compiled in every cold restore.
internal sealed record InstalledFile(string Path, long Length, long Written, bool IsLink);
