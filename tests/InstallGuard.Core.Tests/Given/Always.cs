using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace InstallGuard.Core.Tests.Given;

/// <summary>
/// What holds for everything that a generator makes. The seed is fixed, so that a failure is the change's own;
/// INSTALLGUARD_SEED=n goes looking elsewhere.
/// </summary>
internal static class Always
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private static readonly ulong Seed =
        ulong.TryParse(Environment.GetEnvironmentVariable("INSTALLGUARD_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : 20261121;

    public static void Holds<T>(Gen<T> all, Action<T> holds, int tests = 500) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(Seed, Gamma),
            Prop.ForAll(all.ToArbitrary(), holds));
}
