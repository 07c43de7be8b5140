using System.Data.Common;
using System.Text.Json;
using Compliance.Application.Common;
using Compliance.Application.Idempotency;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Persistence;

/// <summary>Each response is encrypted for its own key, so that none can be read under another one.</summary>
internal sealed class StoredResponses(ComplianceDbContext db, IDataProtectionProvider protection) : IStoredResponses
{
    private const string Purpose = "stored-response";

    public void Prepare() => ProtectorOf("").Protect([]);

    public async Task Claim(IdempotencyRecord claim, CancellationToken cancellationToken)
    {
        using var sql = new RowSql(db);
        sql.Insert(claim);

        try
        {
            await db.Database.ExecuteSqlRawAsync(sql.Text, sql.Parameters, cancellationToken);
        }
        catch (DbException failure) when (ComplianceDbContext.IsRace(failure))
        {
            throw new AnsweredMeanwhileException();
        }
    }

    public Task Complete(string key, RepeatableReply response, CancellationToken cancellationToken)
    {
        var content = ProtectorOf(key).Protect(JsonSerializer.SerializeToUtf8Bytes(response, StoredJson.Default.RepeatableReply));

        return db.IdempotencyRecords.Where(record => record.Key == key).ExecuteUpdateAsync(
            set => set
                .SetProperty(record => record.Status, response.Status)
                .SetProperty(record => record.Body, content)
                .SetProperty(record => record.IsProtected, true),
            cancellationToken);
    }

    public RepeatableReply Read(IdempotencyRecord record)
    {
        if (record.IsProtected)
        {
            return JsonSerializer.Deserialize(ProtectorOf(record.Key).Unprotect(record.Body), StoredJson.Default.RepeatableReply)!;
        }

        var headers = new Dictionary<string, string> { ["Content-Type"] = "application/json; charset=utf-8" };

        if (record.Location is not null)
        {
            headers.Add("Location", record.Location);
        }

        return new(record.Status, headers, record.Body);
    }

    private IDataProtector ProtectorOf(string key) => protection.CreateProtector(Purpose, key);
}
