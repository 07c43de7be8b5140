using System.Globalization;
using Compliance.Application.Access;
using Compliance.Application.JointServices;
using Compliance.Domain.Agreements;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;
using Compliance.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Seeding;

/// <summary>LOMAK Rumbai and a planned mall. Adds what is missing, by id; existing rows are not changed.</summary>
internal sealed class JointServiceDemo(ComplianceDbContext db, IMediator mediator, RequestContext context, TimeProvider clock)
{
    private const string Folder = "demo/joint-services";

    public async Task Load(ShippedFiles files, CancellationToken cancellationToken)
    {
        var participants = files.Rows($"{Folder}/participants.csv").ToList();
        var existing = await db.JointServices.AsNoTracking().ToListAsync(cancellationToken);

        foreach (var row in files.Rows($"{Folder}/services.csv").Where(row => existing.TrueForAll(service => service.Id.Value != IdOf(row))))
        {
            await Register(row, [.. participants.Where(each => each["service"] == row["id"])], cancellationToken);
        }

        foreach (var row in participants.Where(row => !existing.Exists(service => service.Participants.Any(each => each.Id.Value == IdOf(row)))))
        {
            var unit = row["unit"].Length == 0 ? null : await UnitOf(row, cancellationToken);
            await mediator.Send(
                new AddParticipant(
                    Guid.Parse(row["service"]), IdOf(row), unit is null ? row["institution"] : null, unit?.Id.Value, null, DayOf(row["joinedOn"]), ServicesOf(row["services"]), Language.Indonesian),
                cancellationToken);
        }

        foreach (var row in files.Rows($"{Folder}/events.csv").Where(row => !existing.Exists(service => service.Events.Any(each => each.Id.Value == IdOf(row)))))
        {
            IReadOnlyList<Guid> present = row["visitors"].Length == 0 ? []
                : [.. participants.Where(each => each["service"] == row["service"] && each["unit"] != row["absent"]).Select(IdOf)];
            await mediator.Send(
                new PlanEvent(Guid.Parse(row["service"]), IdOf(row), new(DayOf(row["on"]), row["place"], NumberOf(row["visitors"]), present, null)),
                cancellationToken);
        }
    }

    private async Task Register(IReadOnlyDictionary<string, string> row, List<IReadOnlyDictionary<string, string>> participants, CancellationToken cancellationToken)
    {
        if (row["spk"].Length > 0)
        {
            await SignSpk(row, participants, cancellationToken);
        }

        await mediator.Send(
            new RegisterJointService(
                IdOf(row),
                Enum.Parse<JointServiceKind>(row["kind"], ignoreCase: true),
                row["host"],
                new(row["name"], row["spk"].Length == 0 ? null : Guid.Parse(row["spk"]), row["openedOn"].Length == 0 ? null : DayOf(row["openedOn"]), null)),
            cancellationToken);
    }

    private async Task SignSpk(IReadOnlyDictionary<string, string> row, List<IReadOnlyDictionary<string, string>> participants, CancellationToken cancellationToken)
    {
        context.Begin("loadDemoAgreements", null);
        var id = AgreementId.From(Guid.Parse(row["spk"]));

        if (await db.Agreements.AnyAsync(each => each.Id == id, cancellationToken))
        {
            return;
        }

        var parties = new List<Party>();

        foreach (var participant in participants)
        {
            var institution = await db.Institutions.SingleAsync(each => each.Code == participant["institution"], cancellationToken);
            parties.Add(Party.Of(institution.Id, participant["unit"].Length == 0 ? null : (await UnitOf(participant, cancellationToken)).Id));
        }

        var now = clock.GetUtcNow();
        var spk = Agreement.Register(id, new(AgreementKind.Spk, null, row["spkTitle"], null, parties, [], null), row["host"][..2], umbrella: null, by: null, now);
        spk.Sign(new(DayOf(row["signedOn"]), DayOf(row["signedOn"]), DayOf(row["effectiveTo"])), null, null, new(), spk.DayOf(now));
        db.Agreements.Add(spk);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Returns a unit of the registry, which is registered if it is missing.</summary>
    private async Task<ServiceUnit> UnitOf(IReadOnlyDictionary<string, string> row, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.SingleAsync(each => each.Code == row["institution"], cancellationToken);
        var key = NameMatching.Key(row["unit"]);

        if (await db.ServiceUnits.SingleOrDefaultAsync(each => each.InstitutionId == institution.Id && each.Key == key, cancellationToken) is { } known)
        {
            return known;
        }

        var unit = new ServiceUnit(EntityId.New<ServiceUnitId>(clock.GetUtcNow()), institution.Id, row["unit"]);
        db.ServiceUnits.Add(unit);
        await db.SaveChangesAsync(cancellationToken);

        return unit;
    }

    /// <summary>Parses <c>name:minutes:rupiah:requirement|requirement</c>, separated by semicolons.</summary>
    private static IReadOnlyList<CounterServiceInput> ServicesOf(string cell) =>
    [
        .. cell.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split(':'))
            .Select(parts => new CounterServiceInput(parts[0], NumberOf(parts[1]), NumberOf(parts[2]), parts[3].Split('|'))),
    ];

    private static Guid IdOf(IReadOnlyDictionary<string, string> row) => Guid.Parse(row["id"]);

    private static DateOnly DayOf(string cell) => DateInput.ReadDay(cell, out var day) is null ? day : throw new FormatException($"'{cell}' is no day.");

    private static int? NumberOf(string cell) => cell.Length == 0 ? null : int.Parse(cell, CultureInfo.InvariantCulture);
}
