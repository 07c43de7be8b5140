using System.Security.Cryptography;

namespace Compliance.Infrastructure.Exports;

/// <summary>
/// A folder that belongs to this process. A lock file beside it shows that the process is alive: the operating system releases the lock when the
/// process ends, however it ends, and the next instance deletes what was left behind.
/// </summary>
internal sealed class InstanceFolder : IDisposable
{
    private const string LockEnding = ".lock";
    private const int Attempts = 3;

    private readonly FileStream mark;

    private InstanceFolder(string path, FileStream mark) => (Path, this.mark) = (path, mark);

    public string Path { get; }

    public static InstanceFolder In(string parent)
    {
        Create(parent);
        DeleteAbandoned(parent);

        for (var attempt = 1; ; attempt++)
        {
            var path = System.IO.Path.Combine(parent, NewName());

            try
            {
                var mark = Lock(path + LockEnding, FileMode.CreateNew, FileOptions.DeleteOnClose);
                Create(path);

                return new(path, mark);
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Another instance has just looked whether this lock is abandoned.
            }
        }
    }

    public string NewPath() => System.IO.Path.Combine(Path, NewName());

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // The next instance tries again.
        }

        mark.Dispose();
    }

    private static void DeleteAbandoned(string parent)
    {
        foreach (var path in Directory.EnumerateDirectories(parent))
        {
            try
            {
                using var mark = Lock(path + LockEnding, FileMode.OpenOrCreate, FileOptions.DeleteOnClose);
                Directory.Delete(path, recursive: true);
            }
            catch (IOException)
            {
                // Its process is alive, or another instance is deleting it.
            }
        }
    }

    private static string NewName() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static FileStream Lock(string path, FileMode mode, FileOptions options) =>
        new(path, new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = options });

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
