using Compliance.Application.Common;

namespace Compliance.Infrastructure;

internal sealed class DataDisk(StorageSettings settings) : IDataDisk
{
    public long Room
    {
        get
        {
            try
            {
                return new DriveInfo(NameOf(Existing(settings.DataPath))).AvailableFreeSpace - settings.ReserveBytes;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // A file system that does not tell. Writing shows whether there is room.
                return long.MaxValue;
            }
        }
    }

    /// <summary>On Unix any folder names the file system that it is on; on Windows only its root does.</summary>
    private static string NameOf(string folder) => OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder;

    /// <summary>The folder itself is created with the first file.</summary>
    private static string Existing(string folder) => Directory.Exists(folder) || Path.GetDirectoryName(folder) is not { } above ? folder : Existing(above);
}
