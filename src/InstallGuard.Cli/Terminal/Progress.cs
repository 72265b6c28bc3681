using Spectre.Console;

namespace InstallGuard.Cli.Terminal;

/// <summary>Says what is going on while it goes on; says nothing where nobody watches.</summary>
internal static class Progress
{
    public static T Of<T>(Ports ports, string what, Func<T> work) =>
        ports.Terminal is { } terminal ? terminal.Status().Start(Markup.Escape(what), _ => work()) : work();
}
