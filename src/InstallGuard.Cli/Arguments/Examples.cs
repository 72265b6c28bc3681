namespace InstallGuard.Cli.Arguments;

/// <summary>How each command is called, for its help. Each line is one that could be typed as it stands.</summary>
internal static class Examples
{
    /// <summary>The first steps, for the help of the whole program.</summary>
    public static readonly IReadOnlyList<string> FirstSteps =
    [
        "installguard init",
        "installguard doctor",
        "installguard explain Serilog",
        "installguard accept Serilog --reason \"moved to the project's own account\"",
    ];

    private static readonly Dictionary<string, string[]> OfCommands = new(StringComparer.Ordinal)
    {
        ["init"] = ["installguard init", "installguard init --undo"],
        ["doctor"] = ["installguard doctor"],
        ["restore"] = ["installguard restore", "installguard restore -- -p:Configuration=Release"],
        ["check"] = ["installguard check", "installguard check --format json"],
        ["explain"] = ["installguard explain Serilog", "installguard explain Serilog@4.3.0"],
        ["accept"] =
        [
            "installguard accept Serilog --reason \"moved to the project's own account\"",
            "installguard accept Serilog --version 4.3.0 --reason \"moved to the project's own account\"",
        ],
        ["revert"] = ["installguard revert Serilog", "installguard revert Serilog --version 4.3.0 --reason \"the new owner is not known to us\""],
        ["move-feed"] = ["installguard move-feed \"local folder\" https://feed.contoso.example/v3/index.json --reason \"the team has a feed of its own now\""],
        ["merge"] = ["installguard merge"],
        ["inspect"] = ["installguard inspect Serilog@4.3.0", "installguard inspect Serilog@4.3.0 --format json"],
        ["compare"] = ["installguard compare Serilog@4.2.0 Serilog@4.3.0"],
    };

    /// <summary>The examples of a command; none for one that has none.</summary>
    public static IReadOnlyList<string> Of(string command) => OfCommands.GetValueOrDefault(command, []);
}
