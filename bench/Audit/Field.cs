using Compliance.Application.Assessments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Bench.Audit;

/// <summary>Sheets without an answer, and a batch of answers for one.</summary>
internal static class Field
{
    private const int Year = 2026;
    private const string Office = "14";

    /// <summary>Plans so many assessments, all assigned to one assessor.</summary>
    public static async Task<(Account Assessor, IReadOnlyList<Guid> Assessments)> Plan(TestDatabase database, Instrument instrument, int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = database.Open();
        var institution = await db.Institutions.FirstAsync(each => each.Province == Office);
        var assessor = Account.Invite(EntityId.New<AccountId>(now), "bench@demo.example", null, [new(Role.Assessor, Office)], now);
        var cycle = Cycle.Open(EntityId.New<CycleId>(now), Year, instrument, new(Year, 1, 1), new(Year, 12, 31));
        db.AddRange(assessor, cycle);
        var planned = new List<Guid>();

        foreach (var number in Enumerable.Range(1, count))
        {
            var unit = new ServiceUnit(EntityId.New<ServiceUnitId>(now), institution.Id, $"Unit {number}");
            var assessment = Assessment.Plan(EntityId.New<AssessmentId>(now), cycle, unit.Id, Office, assessor.Id, LocusPlan.Of(instrument));
            db.AddRange(unit, assessment, SheetRow.Empty(assessment.Id));
            planned.Add(assessment.Id.Value);
        }

        await db.SaveChangesAsync();

        return (assessor, planned);
    }

    /// <summary>Answers to the first observations of an instrument, each at a level of its own.</summary>
    public static IReadOnlyList<ReceivedItem> Batch(AssessmentForm form, int answers, int round) =>
    [
        .. form.Items.Where(item => item.Kind == FormKind.Level).Take(answers).Select((item, index) => new SentAnswer(
                Guid.CreateVersion7(), null, null, "bench", new Answer(item.Indicator, item.Subject) { Level = (index + round) % 5 }))
            .Select(ReceivedItem.Of),
    ];
}
