using Compliance.Domain.Assessments;

namespace Compliance.Domain.Tests.Assessments;

/// <summary>A sheet that is empty before each test, and the log of what was put on it.</summary>
public abstract class SheetFixture
{
    private protected static readonly DateTimeOffset Noon = new(2023, 6, 1, 5, 0, 0, TimeSpan.Zero);

    private protected static readonly Instrument Instrument = An.InstrumentOf(
        An.Indicator("waiting", optional: false),
        An.Indicator("standard", subject: SubjectKind.Product, expected: 2),
        An.Indicator("facilities", kind: An.Options(3)));

    private protected static readonly Guid Assessor = new(7, 0, 0, new byte[8]);

    private protected readonly List<LoggedAnswer> log = [];
    private protected Sheet sheet = null!;

    [SetUp]
    public void Empty()
    {
        log.Clear();
        sheet = SheetOf(SheetRow.Empty(default));
    }

    private protected static Sheet SheetOf(SheetRow row) => row.ToSheet(Instrument, PlannedSubjects.Of(Instrument));

    private protected static Fault? Open(Answer answer) => null;

    private protected static Fault? Shut(Answer answer) => AssessmentErrors.ReasonNeeded.At("");

    private protected IReadOnlyList<PutItemResult> Put(params SentAnswer[] batch)
    {
        var items = sheet.Put([.. batch.Select(ReceivedItem.Of)], Open, Assessor, Noon);
        log.AddRange(batch.Zip(items).Where(pair => pair.Second.IsNew)
            .Select(pair => new LoggedAnswer(pair.First, pair.Second.Outcome, pair.Second.Version, pair.Second.Fault?.Error.Code, null)));

        return items;
    }

    private protected (LoggedAnswer Log, StoredAnswer Standing) Settle(SentAnswer conflict, ConflictChoice keep)
    {
        var settled = sheet.Settle(conflict.Id, keep, Noon);
        log.Add(settled.Log);

        return settled;
    }

    private protected PutItemResult Mend(string key, SentAnswer mended) => sheet.Mend(key, ReceivedItem.Of(mended), Open, Assessor, Noon);

    private protected static SentAnswer Sent(Answer answer, int? baseVersion = null) => new(Guid.CreateVersion7(Noon), baseVersion, null, null, answer);
}
