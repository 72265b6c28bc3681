namespace InstallGuard.Adapters.Packages.Zip;

/// <summary>The bytes are no well-formed package. Says what is wrong; may hold text from the package.</summary>
internal sealed class MalformedPackageException(string problem) : Exception(problem);
