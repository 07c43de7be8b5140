using System.Buffers.Binary;

namespace Compliance.Infrastructure.Tests;

/// <summary>The hosts of the tests hash cheaply; the program itself does not, and no setting can make it.</summary>
public sealed class PasswordCostTests
{
    /// <summary>OWASP's number of rounds for PBKDF2 with HMAC-SHA-512 (Password Storage Cheat Sheet, 2023).</summary>
    private const uint Rounds = 210_000;

    private const byte Pbkdf2 = 1;
    private const uint HmacSha512 = 2;

    [Test]
    public async Task Passwords_are_stored_as_slow_hashes()
    {
        await using var database = await TestDatabase.Empty("sqlite");
        await using var program = database.Program(demo: true);
        await TestDatabase.Start(program);
        await using var raw = await RawDatabase.Open(database.Settings);

        var hashes = (await raw.Query("SELECT password_hash FROM credentials")).Select(row => Convert.FromBase64String(row.Text("password_hash"))).ToList();

        hashes.Should().HaveCount(ApiHost.DemoNames.Count);
        hashes.Select(hash => (hash[0], NumberAt(hash, 1), NumberAt(hash, 5))).Distinct().Should().Equal((Pbkdf2, HmacSha512, Rounds));
    }

    private static uint NumberAt(byte[] hash, int place) => BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(place));
}
