using Compliance.Application.Access;
using Compliance.Application.Evidence;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Evidence;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Assessments;

/// <summary>Returns everything that a client needs to assess a unit, even offline for weeks (contract section 5).</summary>
[Needs(Permission.ReadAssessments)]
public sealed record GetForm(Guid AssessmentId, Language Language) : IRequest<AssessmentForm>;

/// <param name="Subjects">The planned subjects: what product:1 stands for, and how many respondents and officials there are.</param>
/// <param name="LastYear">The findings of the previous assessment; null if there is none.</param>
/// <param name="Method">The whole instrument, so that a client can compute a provisional score offline.</param>
/// <param name="Items">Each planned observation with its current answer.</param>
public sealed record AssessmentForm(
    Guid Assessment,
    int Cycle,
    AssessmentStatus Status,
    UnitRef Unit,
    InstitutionRef Institution,
    GeoLocationDetails? AssessedAt,
    SubjectCounts Subjects,
    string Instrument,
    string Sha256,
    int SheetVersion,
    FormRules Rules,
    LastYearDetails? LastYear,
    InstrumentDetails Method,
    IReadOnlyList<FormItem> Items);

/// <summary>The rules for answers.</summary>
/// <param name="TakesAnswers">Whether the assessment accepts answers in its current state.</param>
/// <param name="ReasonNeeded">Whether every changed answer needs a reason.</param>
/// <param name="MostAnswers">The maximum number of answers in one batch.</param>
/// <param name="MostEvidenceBytes">The maximum size of a file.</param>
/// <param name="EvidenceTypes">The accepted media types of files.</param>
public sealed record FormRules(bool TakesAnswers, bool ReasonNeeded, int MostAnswers, long MostEvidenceBytes, IReadOnlyList<string> EvidenceTypes);

public enum FormKind
{
    Level,
    Number,
    Checklist,
}

/// <summary>A planned observation: an indicator on one subject, by one technique if several are combined.</summary>
/// <param name="Technique">The technique that the answer must name; null if any technique of the indicator will do.</param>
public sealed record FormItem(
    string Indicator,
    string Subject,
    Technique? Technique,
    string Name,
    string Dimension,
    string Variable,
    FormKind Kind,
    decimal? Lowest,
    decimal? Highest,
    IReadOnlyList<FormOption>? Options,
    bool Required,
    EvidenceNeed Evidence,
    IReadOnlyList<Technique> Techniques,
    bool NotApplicable,
    FormAnswer? Answer);

public sealed record FormOption(string Code, string Label);

public sealed record FormAnswer(
    Guid Id,
    int? Level,
    decimal? Number,
    IReadOnlyList<string>? Checked,
    bool NotApplicable,
    string? Reason,
    Technique? Technique,
    int Version,
    DateTimeOffset At)
{
    internal static FormAnswer Of(StoredAnswer stored) => new(
        stored.Id,
        stored.Answer.Level,
        stored.Answer.Number,
        stored.Answer.Checked,
        stored.Answer.NotApplicable,
        stored.Answer.Reason,
        stored.Answer.Technique,
        stored.Version,
        stored.At);
}

internal sealed class GetFormHandler(IComplianceDb db, SheetQueries sheets, InstrumentLibrary library, AssessmentQueries reading, EvidenceSettings evidence)
    : IRequestHandler<GetForm, AssessmentForm>
{
    public async Task<AssessmentForm> Handle(GetForm request, CancellationToken cancellationToken)
    {
        var open = await sheets.Open(request.AssessmentId, cancellationToken);
        var (assessment, row) = (open.Assessment, await db.AssessmentsWithNames().SingleAsync(each => each.Assessment.Id == open.Assessment.Id, cancellationToken));

        return new(
            request.AssessmentId,
            assessment.Year,
            assessment.Status,
            row.Unit,
            row.Owner,
            await reading.AssessedAt(assessment, cancellationToken),
            await reading.Subjects(assessment, cancellationToken),
            open.Known.Instrument.Code,
            open.Known.Sha256,
            open.Row.Version,
            new(
                assessment.Status.Allows(AssessmentAction.PutAnswers),
                assessment.WasSubmitted,
                PutAnswers.MostAnswers,
                evidence.MaxBytes,
                [.. Enum.GetValues<ContentKind>().Select(kind => kind.MediaType())]),
            await db.LastYearOf(assessment, library, request.Language, cancellationToken),
            InstrumentDetails.Of(open.Known),
            [.. new Form(open.Known.Instrument, assessment.Planned, open.Sheet, request.Language).Items()]);
    }
}

/// <summary>The planned observations of one unit, in the order of the instrument, its subjects and their techniques.</summary>
internal sealed class Form(Instrument instrument, PlannedSubjects planned, Sheet sheet, Language language)
{
    public IEnumerable<FormItem> Items() =>
        from dimension in instrument.Dimensions
        from variable in dimension.Variables
        from indicator in variable.Indicators
        from item in ItemsOf(dimension, variable, indicator)
        select item;

    private IEnumerable<FormItem> ItemsOf(Dimension dimension, Variable variable, Indicator indicator)
    {
        var (kind, lowest, highest, options) = Shape(indicator.Kind);

        foreach (var (subject, technique, slot) in ObservationsOf(indicator))
        {
            var stored = sheet.Find(slot);

            yield return new(
                indicator.Code,
                subject.ToString(),
                technique,
                indicator.Name.In(language),
                dimension.Name.In(language),
                variable.Name.In(language),
                kind,
                lowest,
                highest,
                options,
                Required: true,
                indicator.Evidence,
                indicator.Techniques,
                indicator.MayBeNotApplicable,
                stored is null ? null : FormAnswer.Of(stored));
        }
    }

    private IEnumerable<(Subject Subject, Technique? Technique, int Slot)> ObservationsOf(Indicator indicator)
    {
        var position = instrument.PositionOf(indicator.Code)!.Value;

        return
            from number in Enumerable.Range(1, planned.ExpectedOf(indicator))
            from observed in indicator.ObservedBy.Select((technique, index) => (technique, index))
            select (new Subject(indicator.Subject, number), observed.technique, instrument.SlotOf(position, number, observed.index));
    }

    private (FormKind, decimal?, decimal?, IReadOnlyList<FormOption>?) Shape(AnswerKind kind) => kind switch
    {
        Levels levels => (FormKind.Level, levels.Lowest, levels.Highest, null),
        LinearNumber number => (FormKind.Number, number.Lowest, number.Highest, null),
        SteppedNumber number => (FormKind.Number, number.Lowest, number.Highest, null),
        Checklist list => (FormKind.Checklist, null, null, [.. list.Options.Select(option => new FormOption(option.Code, option.Label.In(language)))]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An answer kind without a form."),
    };
}
