namespace InstallGuard.Identity;

/// <summary>
/// How a pin came into the lock: <see cref="FirstUse"/>, <see cref="Accepted"/> or <see cref="Noticed"/>.
/// </summary>
public abstract record PinOrigin
{
    private PinOrigin()
    {
    }

    /// <summary>The package was seen for the first time.</summary>
    /// <param name="On">The day of it.</param>
    public sealed record FirstUse(DateOnly On) : PinOrigin;

    /// <summary>A person accepted a change.</summary>
    /// <param name="Change">The slug of the strictest change that was accepted.</param>
    /// <param name="By">Who accepted it.</param>
    /// <param name="On">The day of it.</param>
    /// <param name="Reason">Why, in that person's words.</param>
    public sealed record Accepted(string Change, string By, DateOnly On, string Reason) : PinOrigin
    {
        /// <summary>
        /// The certificate that was accepted for the repository, as <c>sha256:</c> and 64 digits, because no list that was known
        /// then had it; null where it needed none.
        /// </summary>
        public string? RepositoryCertificate { get; init; }
    }

    /// <summary>The change in the name of which a pin goes back to the publisher before the one that was accepted.</summary>
    public const string Reverted = "reverted";

    /// <summary>The identity grew or shrank in a way that other evidence vouched for, so that nobody had to be asked.</summary>
    /// <param name="Change">The slug of the change.</param>
    /// <param name="On">The day of it.</param>
    public sealed record Noticed(string Change, DateOnly On) : PinOrigin;
}
