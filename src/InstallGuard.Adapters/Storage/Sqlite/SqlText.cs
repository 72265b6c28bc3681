namespace InstallGuard.Adapters.Storage.Sqlite;

/// <summary>The statements, one per file of the folder Sql, by file name.</summary>
internal static class SqlText
{
    public static byte[] Of(string name)
    {
        using var resource = typeof(SqlText).Assembly.GetManifestResourceStream(name)
            ?? throw new System.Diagnostics.UnreachableException($"no statement {name}");
        var bytes = new byte[checked((int)resource.Length)];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
