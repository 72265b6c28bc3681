using System.CommandLine;
using InstallGuard.Cli.Comparing;
using InstallGuard.Identity;

namespace InstallGuard.Cli.Commands;

/// <summary>Package ids and versions on the command line.</summary>
internal static class PackageArguments
{
    /// <summary>A package id.</summary>
    public static Argument<PackageId> Id() => new("id")
    {
        Description = "The package's id.",
        CustomParser = result =>
        {
            if (PackageId.TryParse(result.Tokens[0].Value, out var id))
            {
                return id;
            }

            result.AddError($"\"{Reports.Visible.Text(result.Tokens[0].Value)}\" is not a package id");
            return null;
        },
    };

    /// <summary>Any number of package ids.</summary>
    public static Argument<PackageId[]> Ids() => new("id")
    {
        Description = "The packages' ids.",
        Arity = ArgumentArity.ZeroOrMore,
        CustomParser = result =>
        {
            var ids = new List<PackageId>();
            foreach (var token in result.Tokens)
            {
                if (PackageId.TryParse(token.Value, out var id))
                {
                    ids.Add(id);
                }
                else
                {
                    result.AddError($"\"{Reports.Visible.Text(token.Value)}\" is not a package id");
                }
            }

            return [.. ids.Distinct()];
        },
    };

    /// <summary>A version, or nothing.</summary>
    public static Option<PackageVersion?> Version() => new("--version")
    {
        Description = "The version; needed when several were blocked.",
        CustomParser = result =>
        {
            if (PackageVersion.TryParse(result.Tokens[0].Value, out var version))
            {
                return version;
            }

            result.AddError($"\"{Reports.Visible.Text(result.Tokens[0].Value)}\" is not a package version");
            return null;
        },
    };

    /// <summary>The beginning of a package hash, or nothing.</summary>
    public static Option<string?> PackageHash()
    {
        const int Shortest = 8;
        var hash = new Option<string?>("--package-hash") { Description = "The package hash or its beginning; needed when one version was blocked with different bytes." };
        hash.Validators.Add(result =>
        {
            if (result.GetValue(hash) is { Length: < Shortest })
            {
                result.AddError($"--package-hash needs at least {Shortest} characters");
            }
        });
        return hash;
    }

    /// <summary>A package file, <c>id@version</c> from the sources, or an id alone for the version in use.</summary>
    public static Argument<NamedRelease> Release() => new("package")
    {
        Description = "A .nupkg file, or id@version from the sources of the NuGet configuration; an id alone is the version that is used here.",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            try
            {
                return NamedRelease.ParseOrInUse(result.Tokens[0].Value);
            }
            catch (FormatException wrong)
            {
                result.AddError(wrong.Message);
                return null;
            }
        },
    };

    /// <summary><c>id</c> or <c>id@version</c>.</summary>
    public static Argument<(PackageId Id, PackageVersion? Version)?> IdAndVersion() => new("package")
    {
        Description = "The package: id, or id@version.",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            var parts = result.Tokens[0].Value.Split('@', 2);
            PackageVersion? version = null;
            if (PackageId.TryParse(parts[0], out var id) && (parts.Length == 1 || PackageVersion.TryParse(parts[1], out version)))
            {
                return (id, version);
            }

            result.AddError($"\"{Reports.Visible.Text(result.Tokens[0].Value)}\" is not a package id, nor id@version");
            return null;
        },
    };
}
