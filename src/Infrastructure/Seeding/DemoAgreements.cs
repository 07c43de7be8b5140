using Compliance.Application.Agreements;
using Compliance.Domain.Agreements;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Seeding;

/// <summary>
/// The memoranda of Riau, and an invented agreement under one of them. The scope note of each says what is real and what is invented.
/// Existing agreements are not changed.
/// </summary>
internal sealed class DemoAgreements(ComplianceDbContext db, IMediator mediator)
{
    /// <param name="units">The units that the demo registered, by name.</param>
    public async Task Load(ShippedFiles files, IReadOnlyDictionary<string, ServiceUnitId> units, CancellationToken cancellationToken)
    {
        foreach (var row in files.Rows("demo/agreements.csv"))
        {
            var id = Guid.Parse(row["id"]);

            if (!await db.Agreements.AnyAsync(agreement => agreement.Id == AgreementId.From(id), cancellationToken))
            {
                await mediator.Send(new RegisterAgreement(id, ToInput(row, units), ToSignature(row)), cancellationToken);
            }
        }
    }

    private static AgreementInput ToInput(IReadOnlyDictionary<string, string> row, IReadOnlyDictionary<string, ServiceUnitId> units) => new(
        Enum.Parse<AgreementKind>(row["kind"], ignoreCase: true),
        null,
        row["title"],
        row["parent"].Length == 0 ? null : Guid.Parse(row["parent"]),
        [.. row["parties"].Split('|').Select(party => ToParty(party, units))],
        row["scope"].Split('|'),
        row["scope_note"]);

    private static PartyInput ToParty(string party, IReadOnlyDictionary<string, ServiceUnitId> units) => party.Split(':', '/') switch
    {
        ["office", var office] => new(null, office, null, null, null, null),
        ["institution", var institution] => new(institution, null, null, null, null, null),
        ["unit", _, var unit] => new(null, null, units[unit].Value, null, null, null),
        _ => throw new InvalidDataException($"demo/agreements.csv: '{party}' is no party."),
    };

    private static SignatureInput ToSignature(IReadOnlyDictionary<string, string> row) =>
        new(DayOf(row["signed_on"]), DayOf(row["effective_from"]), DayOf(row["effective_to"]), null);

    private static DateOnly DayOf(string text) => DateInput.ReadDay(text, out var day) is null ? day : throw new FormatException($"'{text}' is no day.");
}
