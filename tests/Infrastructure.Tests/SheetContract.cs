using Compliance.Application.Assessments;
using Compliance.Domain.Assessments;
using Compliance.Domain.Instruments;
using Compliance.Infrastructure.Persistence;

namespace Compliance.Infrastructure.Tests;

/// <summary>What both databases promise of sheets, which are written past the change tracker.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class SheetContract(string provider) : PersistenceTests(provider)
{
    [Test]
    public async Task A_sheet_comes_back_whole()
    {
        var assessment = await GivenAssessment();
        var sheet = SheetOf(SheetRow.Empty(assessment));
        ReceivedItem[] received =
        [
            Received(Sent(new("level", "product:1") { Level = 0 }) with { ObservedAt = Noon.AddDays(-1), Device = "tablet", BaseVersion = 0 }),
            Received(Sent(new("level", "product:2") { NotApplicable = true, Reason = "Satu produk saja." })),
            Received(Sent(new("number", "unit") { Number = 88.3125m })),
            Received(Sent(new("list", "unit") { Checked = [] })),
            Received(Sent(new("list", "unknown") { Checked = ["ramp"] })),
            new("x\"", null, PlainText.Required.At("/id"), """{"id":"x\""}"""),
        ];
        sheet.Put(received, _ => null, Guid.CreateVersion7(Noon), Noon.AddTicks(10));
        sheet.Put(
            [
                Received(Sent(new("level", "product:1") { Level = 4, Reason = "\"Diperiksa\" ulang." }) with { BaseVersion = 1, Device = "tablet" }),
                Received(Sent(new("level", "product:2") { Level = 4, Technique = Technique.Document }) with { ObservedAt = Noon.AddYears(15) }),
            ],
            _ => null,
            null,
            Noon.AddMinutes(1));
        await Save(db => db.Sheets.Single(row => row.AssessmentId == assessment).Keep(sheet));

        await using var db = Database.Open();
        var opened = SheetOf(await db.Sheets.SingleAsync(each => each.AssessmentId == assessment));

        opened.Answers.Should().HaveCount(4).And.BeEquivalentTo(sheet.Answers, options => options.WithStrictOrdering());
        opened.Conflicts.Should().HaveCount(1).And.BeEquivalentTo(sheet.Conflicts);
        opened.Refused.Should().HaveCount(2).And.BeEquivalentTo(sheet.Refused, options => options.WithStrictOrdering());
        opened.HasSeen([received[0]]).Should().BeTrue();
    }

    [Test]
    public async Task A_sheet_is_written_with_its_entry_and_its_place_in_the_chain()
    {
        var assessment = await GivenAssessment();
        await using var db = Database.Open();
        var state = (await new SheetStore(db).Read(assessment, CancellationToken.None))!;
        var length = state.Chain.Length;
        state.Assessment.RegisterAnswers();
        state.Row.Keep(SheetOf(state.Row));

        await new SheetStore(db).Write(state, """{"answers":[]}""", CancellationToken.None);

        await using var later = Database.Open();
        var read = (await new SheetStore(later).Read(assessment, CancellationToken.None))!;
        read.Row.Version.Should().Be(1);
        read.Assessment.Status.Should().Be(AssessmentStatus.Collecting);
        read.Chain.Should().BeEquivalentTo(state.Chain);
        var entry = await later.AuditEntries.SingleAsync(each => each.Resource == read.Assessment.Resource && each.Sequence == length + 1);
        entry.Hash.Should().Be(read.Chain.Head);
        entry.Payload.Should().Contain("""{"after":{"status":"Collecting"},"before":{"status":"Planned"},""");
    }

    [Test]
    public async Task A_stale_sheet_is_refused_and_leaves_nothing()
    {
        var assessment = await GivenAssessment();
        await using var one = Database.Open();
        await using var other = Database.Open();
        var mine = (await new SheetStore(one).Read(assessment, CancellationToken.None))!;
        var theirs = (await new SheetStore(other).Read(assessment, CancellationToken.None))!;
        theirs.Row.Keep(SheetOf(theirs.Row));
        await new SheetStore(other).Write(theirs, "{}", CancellationToken.None);
        mine.Assessment.RegisterAnswers();
        mine.Row.Keep(SheetOf(mine.Row));

        var act = () => new SheetStore(one).Write(mine, "{}", CancellationToken.None);

        (await act.Should().ThrowAsync<DomainException>()).Which.Error.Should().Be(ConcurrencyErrors.ChangedMeanwhile);
        await using var later = Database.Open();
        var read = (await new SheetStore(later).Read(assessment, CancellationToken.None))!;
        read.Row.Version.Should().Be(1);
        read.Assessment.Status.Should().Be(AssessmentStatus.Planned);
        read.Chain.Should().BeEquivalentTo(theirs.Chain);
        (await later.AuditEntries.CountAsync(each => each.Resource == read.Assessment.Resource)).Should().Be(read.Chain.Length);
    }

    [Test]
    public async Task Sheets_that_wait_to_be_written_are_all_kept_but_for_the_one_that_came_second()
    {
        var assessments = new List<AssessmentId>();

        for (var count = 0; count < 6; count++)
        {
            assessments.Add(await GivenAssessment());
        }

        List<Changed> changed = [await Changed.One(Database, assessments[0])];

        foreach (var each in assessments)
        {
            changed.Add(await Changed.One(Database, each));
        }

        List<Task<Task<DomainError?>>> writes;

        await using (var holder = Database.Open())
        {
            await using var transaction = await holder.Database.BeginTransactionAsync();
            writes = [.. changed.Select(each => Task.Run(() => Task.FromResult(each.Write())))];

            // On SQLite the one that leads blocks until the lock falls; the others wait in its queue once they have given their task.
            for (var blocked = writes.ToList(); blocked.Count > 1;)
            {
                blocked.Remove(await Task.WhenAny(blocked));
            }
        }

        var refusals = await Task.WhenAll((await Task.WhenAll(writes)).ToList());

        refusals.Take(2).Should().BeEquivalentTo([null, ConcurrencyErrors.ChangedMeanwhile]);
        refusals.Skip(2).Should().OnlyContain(refusal => refusal == null);
        await using var later = Database.Open();

        foreach (var each in assessments)
        {
            (await new SheetStore(later).Read(each, CancellationToken.None))!.Row.Version.Should().Be(1);
        }
    }

    private static Sheet SheetOf(SheetRow row) => row.ToSheet(Instrument, PlannedSubjects.Of(Instrument));

    private static ReceivedItem Received(SentAnswer sent) => ReceivedItem.Of(sent);

    private static SentAnswer Sent(Answer answer) => new(Guid.CreateVersion7(Noon), null, null, null, answer);

    /// <summary>A sheet that was changed and is yet to be written.</summary>
    private sealed record Changed(ComplianceDbContext Db, SheetState State)
    {
        public static async Task<Changed> One(TestDatabase database, AssessmentId assessment)
        {
            var db = database.Open();
            var state = (await new SheetStore(db).Read(assessment, CancellationToken.None))!;
            state.Row.Keep(SheetOf(state.Row));

            return new(db, state);
        }

        /// <summary>Why it was refused, or nothing.</summary>
        public async Task<DomainError?> Write()
        {
            await using (Db)
            {
                try
                {
                    await new SheetStore(Db).Write(State, "{}", CancellationToken.None);

                    return null;
                }
                catch (DomainException refusal)
                {
                    return refusal.Error;
                }
            }
        }
    }
}
