using System.Security.Cryptography;

namespace InstallGuard.Testing;

/// <summary>A few RSA keys that all end certificates of a process take turns with: making one costs more than a test.</summary>
/// <remarks>Two certificates may share a key; their key identifiers differ all the same, so a CMS never confuses them.</remarks>
internal static class TestKeys
{
    private const int Bits = 2048;
    private static readonly Lazy<RSA>[] Pool = [.. Enumerable.Range(0, 4).Select(_ => new Lazy<RSA>(New))];
    private static int turn = -1;

    /// <summary>The next key of the pool.</summary>
    public static RSA Next() => Pool[(Interlocked.Increment(ref turn) & int.MaxValue) % Pool.Length].Value;

    /// <summary>A key of its own, for a certificate that issues others.</summary>
    public static RSA New() => RSA.Create(Bits);
}
