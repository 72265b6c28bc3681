namespace InstallGuard.Adapters.Packages.Zip;

/// <summary>One record of a zip file's central directory.</summary>
/// <param name="Name">The entry's name, as written.</param>
/// <param name="ExtractedName">The name under which NuGet extracts it: with percent escapes undone.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Flags">General purpose flags.</param>
/// <param name="CompressedSize">Bytes in the file.</param>
/// <param name="Size">Bytes when unpacked, as claimed.</param>
/// <param name="LocalHeaderOffset">Where the entry begins in the file.</param>
/// <param name="RecordOffset">Where this record begins in the file.</param>
/// <param name="RecordLength">The record's length in bytes.</param>
internal sealed record ZipEntry(
    string Name, string ExtractedName, int Method, int Flags, long CompressedSize, long Size, long LocalHeaderOffset, long RecordOffset, int RecordLength)
{
    /// <summary>Sizes follow the data instead of standing in the local header.</summary>
    public bool HasDataDescriptor => (Flags & 0x8) != 0;

    public bool IsEncrypted => (Flags & 0x1) != 0;
}
