using System.Runtime.Versioning;

namespace Compliance.Infrastructure.Tests;

/// <summary>Nobody else on the machine reads what is stored, also where it was made before files were private.</summary>
[Platform(Exclude = "Win")]
[UnsupportedOSPlatform("windows")]
public sealed class PrivateFilesTests
{
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolder = OfFile | UnixFileMode.UserExecute;
    private const UnixFileMode ForAll = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    [Test]
    public async Task A_start_makes_the_database_and_its_folder_private()
    {
        await using var database = await TestDatabase.Empty("sqlite");
        File.SetUnixFileMode(database.Settings.DataPath, OfFolder | ForAll | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

        await Expect(database);
    }

    [Test]
    public async Task So_does_a_later_one_with_what_was_made_before()
    {
        await using var database = await TestDatabase.Prepared("sqlite");
        var folder = database.Settings.DataPath;
        var blob = Path.Combine(folder, "evidence", "blobs", "ab", new string('a', 64));
        Directory.CreateDirectory(Path.GetDirectoryName(blob)!);
        await File.WriteAllTextAsync(blob, "");
        var outside = Directory.CreateTempSubdirectory("compliance-outside-");
        var foreign = Path.Combine(outside.FullName, "foreign");
        await File.WriteAllTextAsync(foreign, "");
        File.SetUnixFileMode(foreign, OfFile | ForAll);
        File.CreateSymbolicLink(Path.Combine(folder, "evidence", "link"), foreign);

        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Prepend(folder))
        {
            File.SetUnixFileMode(path, OfFolder | ForAll);
        }

        await using var reader = await RawDatabase.Open(database.Settings);
        await reader.Execute("UPDATE loaded_files SET sha256 = sha256");
        await Expect(database);

        File.GetUnixFileMode(foreign).HasFlag(ForAll).Should().BeTrue("a link may lead to somebody else's");
        outside.Delete(recursive: true);
    }

    [Test]
    public void An_export_is_private_even_over_a_file_that_was_not()
    {
        var folder = Directory.CreateTempSubdirectory("compliance-export-");
        var path = Path.Combine(folder.FullName, "trail.jsonl");
        File.WriteAllText(path, "before");
        File.SetUnixFileMode(path, OfFile | ForAll);

        PrivateFiles.Create(path).Dispose();

        (File.GetUnixFileMode(path), new FileInfo(path).Length).Should().Be((OfFile, 0));
        folder.Delete(recursive: true);
    }

    private static async Task Expect(TestDatabase database)
    {
        await using var program = database.Program();
        await TestDatabase.Start(program);
        await using var open = await RawDatabase.Open(database.Settings);
        await open.Execute("UPDATE loaded_files SET sha256 = sha256");
        var folder = new DirectoryInfo(database.Settings.DataPath);

        folder.UnixFileMode.Should().Be(OfFolder);
        folder.EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(each => each.Extension != ".pem" || each.Name == "audit-key.pem")
            .Where(each => each.UnixFileMode != (each is DirectoryInfo ? OfFolder : OfFile))
            .Select(each => $"{each.FullName}: {each.UnixFileMode}").Should().BeEmpty();
    }
}
