using System.Text;
using Compliance.Application.Common;
using Compliance.Domain.Common;
using Compliance.Infrastructure.Persistence;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Seeding;

/// <summary>The files that ship with the program; keeps track of those that are already loaded.</summary>
internal sealed class ShippedFiles(string folder, ComplianceDbContext db, TimeProvider clock)
{
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Runs the load only if one of the files (or of the files of a folder) is new or has changed since the last time.</summary>
    public async Task WhenChanged(string group, IEnumerable<string> files, Func<Task> load, CancellationToken cancellationToken)
    {
        var sha256 = HashOf(files.SelectMany(name => FilesOf(PathOf(name))));

        if (await db.LoadedFiles.AnyAsync(file => file.Name == group && file.Sha256 == sha256, cancellationToken))
        {
            return;
        }

        await load();
        await Mark(group, sha256, cancellationToken);
    }

    /// <summary>Records that content with this hash is loaded.</summary>
    public async Task Mark(string name, string sha256, CancellationToken cancellationToken)
    {
        var before = await db.LoadedFiles.FindAsync([name], cancellationToken);

        if (before is null)
        {
            db.LoadedFiles.Add(new(name, sha256, clock.GetUtcNow()));
        }
        else
        {
            before.LoadAgain(sha256, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Reads the rows of a shipped CSV file by column name.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Rows(string name)
    {
        using var reader = CsvReader.FromText(File.ReadAllText(PathOf(name)), new() { HasHeader = true, Separator = ',', DetectSeparatorHint = false });

        while (reader.Read())
        {
            yield return reader.Headers.Zip(reader.Current.ToArray()).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        }
    }

    /// <summary>One hash over the build of the program and everything that ships with it.</summary>
    public static string HashOfProgram(string folder, bool demo)
    {
        var build = string.Join(' ', new[] { typeof(Rule), typeof(IComplianceDb), typeof(ShippedFiles) }.Select(type => type.Module.ModuleVersionId));

        return HashOf(FilesOf(folder), Encoding.UTF8.GetBytes($"{build} {demo}"));
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];

    private static string HashOf(IEnumerable<string> files, params ReadOnlySpan<byte> before)
    {
        using var digest = new IncrementalDigest();
        digest.Append(before);

        foreach (var file in files)
        {
            digest.Append(File.ReadAllBytes(file));
        }

        return digest.Finish();
    }
}
