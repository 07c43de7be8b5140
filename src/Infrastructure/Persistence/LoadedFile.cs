namespace Compliance.Infrastructure.Persistence;

/// <summary>A shipped file that is already loaded, identified by its content; a warm start then skips it.</summary>
public sealed class LoadedFile(string name, string sha256, DateTimeOffset loadedAt)
{
    public string Name { get; } = name;

    public string Sha256 { get; private set; } = sha256;

    public DateTimeOffset LoadedAt { get; private set; } = loadedAt;

    public void LoadAgain(string sha256, DateTimeOffset now) => (Sha256, LoadedAt) = (sha256, now);
}
