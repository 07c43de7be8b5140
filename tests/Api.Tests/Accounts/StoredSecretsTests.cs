using System.Data.Common;
using Compliance.Infrastructure.Persistence;
using Compliance.TestKit.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Api.Tests.Accounts;

/// <summary>Whoever reads the whole database, the audit included, finds nothing to get in with.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class StoredSecretsTests(string provider) : AccountTests(provider)
{
    [Test]
    public async Task No_secret_stands_anywhere_in_the_database()
    {
        var email = People.NewEmail();
        var (id, invitation) = await Host.GivenInvited(email, People.Auditor);
        (await Host.Accept(invitation)).Ok();
        var tokens = (await Host.SignIn(email)).Ok();
        var person = new Person(id, email, tokens.Text("accessToken")!, tokens.Text("refreshToken")!);
        var app = await Host.Enrol(person);
        var renewed = (await Host.Refresh(person.Refresh)).Ok();
        var key = await Host.GivenKey("importResults");
        (await Host.WithKey(key, HttpMethod.Get, "/me")).Ok();

        var stored = await Everything();

        stored.Should().Contain(email, "what is stored is found");
        string[] secrets =
        [
            People.Password, invitation, person.Access, person.Refresh, renewed.Text("accessToken")!, renewed.Text("refreshToken")!,
            app.Secret, Convert.ToBase64String(app.Bytes), Convert.ToHexString(app.Bytes), key, key[^43..],
        ];
        secrets.Where(secret => stored.Contains(secret, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
    }

    /// <summary>Every column of every table as text.</summary>
    private async Task<string> Everything()
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ComplianceDbContext>();
        var tables = db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct();
        await db.Database.OpenConnectionAsync();
        var text = new System.Text.StringBuilder();

        foreach (var table in tables)
        {
            await Append(text, db.Database.GetDbConnection(), table);
        }

        return text.ToString();
    }

    private static async Task Append(System.Text.StringBuilder text, DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name of a table of our own model.
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();

        while (await reader.ReadAsync())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                text.AppendLine(reader.GetValue(column) is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : reader.GetValue(column).ToString());
            }
        }
    }
}
