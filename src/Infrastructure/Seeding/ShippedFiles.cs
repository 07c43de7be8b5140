using System.Security.Cryptography;
using Compliance.Infrastructure.Persistence;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Seeding;

/// <summary>The files that ship with the program, and which of them the database holds already.</summary>
internal sealed class ShippedFiles(string folder, ComplianceDbContext db, TimeProvider clock)
{
    private Dictionary<string, LoadedFile>? loaded;

    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Runs a loading only where one of the files (or all files of a folder) is new or changed since the last time.</summary>
    public async Task WhenChanged(string group, IEnumerable<string> files, Func<Task> load, CancellationToken cancellationToken)
    {
        loaded ??= await db.LoadedFiles.ToDictionaryAsync(file => file.Name, StringComparer.Ordinal, cancellationToken);
        var sha256 = HashOf(files.SelectMany(name => FilesOf(PathOf(name))));

        if (loaded.TryGetValue(group, out var before) && before.Sha256 == sha256)
        {
            return;
        }

        await load();

        if (before is null)
        {
            db.LoadedFiles.Add(new(group, sha256, clock.GetUtcNow()));
        }
        else
        {
            before.LoadAgain(sha256, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The rows of a shipped CSV file by column name.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Rows(string name)
    {
        using var reader = CsvReader.FromText(File.ReadAllText(PathOf(name)), new() { HasHeader = true, Separator = ',', DetectSeparatorHint = false });

        while (reader.Read())
        {
            yield return reader.Headers.Zip(reader.Current.ToArray()).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        }
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];

    private static string HashOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        foreach (var file in files)
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
