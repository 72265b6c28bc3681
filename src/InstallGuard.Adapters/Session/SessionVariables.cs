namespace InstallGuard.Adapters.Session;

/// <summary>
/// The environment variables by which a host tells the plugin of its restore what to do. They are set in the restoring
/// process and nowhere else. All are optional: alone, the plugin finds lock and ledger where the command line would.
/// </summary>
public static class SessionVariables
{
    /// <summary>Folder in which the plugin leaves its journal for the host.</summary>
    public const string Session = "INSTALLGUARD_SESSION";

    /// <summary>Path of the lock file.</summary>
    public const string LockFile = "INSTALLGUARD_LOCK";

    /// <summary>Path of the ledger.</summary>
    public const string Ledger = "INSTALLGUARD_LEDGER";

    /// <summary>The packages folder of the restore, where it is not the one of the NuGet configuration.</summary>
    public const string PackagesFolder = "INSTALLGUARD_PACKAGES";

    /// <summary>PEM files with additional trusted roots, separated like PATH.</summary>
    public const string TrustedRoots = "INSTALLGUARD_TRUSTED_ROOTS";

    /// <summary><c>true</c>: nothing is written, and a package without a pin is an error.</summary>
    public const string Locked = "INSTALLGUARD_LOCKED";

    /// <summary>What locks restores, where the host has found out: a member of <see cref="Policies.LockedBy"/>. For messages alone.</summary>
    public const string LockedBy = "INSTALLGUARD_LOCKED_BY";

    /// <summary><c>true</c>: packages and listings are downloaded again instead of taken from NuGet's HTTP cache.</summary>
    public const string NoHttpCache = "INSTALLGUARD_NO_HTTP_CACHE";

    /// <summary>The branch or commit whose lock the lock is compared with.</summary>
    public const string Base = "INSTALLGUARD_BASE";

    /// <summary>What <see cref="Base"/> says where the lock is compared with nothing.</summary>
    public const string NoBase = "none";

    /// <summary>The largest download that is taken, in bytes.</summary>
    public const string LargestPackage = "INSTALLGUARD_LARGEST_PACKAGE";
}
