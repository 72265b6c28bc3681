using InstallGuard.Decisions;
using InstallGuard.Evidence;

namespace InstallGuard.Checking;

/// <summary>Package bytes → evidence.</summary>
public interface IPackageReader
{
    /// <summary>What this reader trusts and how it looks, as one digest: evidence is remembered under it.</summary>
    Sha256Digest Trust { get; }

    /// <summary>
    /// Looks at a package, from its first byte to its last, without the network. Bytes that are no package, and bytes
    /// that cannot be read, are cases of the answer.
    /// </summary>
    /// <param name="package">A seekable stream over the whole file. It is left open, its position anywhere.</param>
    /// <param name="now">The present, for signatures without a timestamp.</param>
    /// <param name="cancel">Ends the look.</param>
    Look Read(Stream package, DateTimeOffset now, CancellationToken cancel);
}
