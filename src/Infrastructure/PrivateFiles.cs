namespace Compliance.Infrastructure;

/// <summary>
/// Files and folders that only the user whom this program runs as may read: 0600 in 0700. On Windows they have the permissions of the folder above.
/// </summary>
public static class PrivateFiles
{
    private const int BufferLength = 64 * 1024;
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolder = OfFile | UnixFileMode.UserExecute;

    private static readonly EnumerationOptions withoutLinks = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OfFolder);
        }
    }

    /// <summary>Opens a file for writing that is created if it is missing, with the mode <paramref name="mode"/>.</summary>
    public static FileStream OpenToWrite(string path, FileMode mode, int bufferLength = 0)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None, BufferSize = bufferLength, Options = FileOptions.Asynchronous };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OfFile;
        }

        return new(path, options);
    }

    /// <summary>Creates or empties a file that is written for a person, such as an export.</summary>
    public static FileStream Create(string path)
    {
        var file = OpenToWrite(path, FileMode.Create, BufferLength);

        if (file.CanSeek)
        {
            // An existing file keeps its permissions.
            TryRestrict(path, OfFile);
        }

        return file;
    }

    /// <summary>Creates a file completely or not at all. A file that another instance has just created is kept.</summary>
    public static void CreateOnce(string path, string content)
    {
        CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}";

        using (var writer = new StreamWriter(OpenToWrite(draft, FileMode.Create)))
        {
            writer.Write(content);
        }

        try
        {
            File.Move(draft, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    /// <summary>Takes the permissions of everybody else away from an existing file.</summary>
    /// <returns>False if it is not ours to change.</returns>
    public static bool TryRestrictFile(string path) => !File.Exists(path) || TryRestrict(path, OfFile);

    /// <returns>False if it is not ours to change.</returns>
    public static bool TryRestrictFolder(string path) => !Directory.Exists(path) || TryRestrict(path, OfFolder);

    /// <summary>Takes the permissions of everybody else away from everything below a folder. Links are not followed.</summary>
    /// <returns>How many files and folders are not ours to change.</returns>
    public static int RestrictAllBelow(string path)
    {
        var refused = 0;

        foreach (var found in Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFileSystemInfos("*", withoutLinks) : [])
        {
            refused += TryRestrict(found.FullName, found is DirectoryInfo ? OfFolder : OfFile) ? 0 : 1;
        }

        return refused;
    }

    private static bool TryRestrict(string path, UnixFileMode most)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        try
        {
            var mode = File.GetUnixFileMode(path);

            if ((mode & ~most) != 0)
            {
                File.SetUnixFileMode(path, mode & most);
            }
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            // Another process has just removed it.
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        return true;
    }
}
