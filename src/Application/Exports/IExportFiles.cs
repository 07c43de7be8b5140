namespace Compliance.Application.Exports;

/// <summary>Writes the content of a file. It may use the database; its transaction ends before anybody reads the file.</summary>
public delegate Task ExportWriter(Stream to, CancellationToken cancellationToken);

/// <summary>
/// Files that are written from the database as a whole and served afterwards. Otherwise a client that reads slowly would hold a connection and a
/// snapshot of the database.
/// </summary>
public interface IExportFiles
{
    /// <summary>
    /// Opens the file of a series in this version or a newer one, and writes it first if there is none. One file of a series is written at a time;
    /// other readers wait for it. Older versions are deleted.
    /// </summary>
    Task<ExportFile> Open(string series, int version, ExportWriter write, CancellationToken cancellationToken);

    /// <summary>Writes a file for one reader. It is deleted when it is closed.</summary>
    Task<ExportFile> WriteOnce(ExportWriter write, CancellationToken cancellationToken);
}

/// <param name="Bytes">At its beginning; whoever opened the file closes it.</param>
public sealed record ExportFile(Stream Bytes, string Sha256);
