using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Assessments;

/// <summary>Everything that a client needs to observe a unit, also without a network (contract section 5).</summary>
[Needs(Permission.ReadAssessments)]
public sealed record GetForm(Guid AssessmentId, Language Language) : IRequest<AssessmentForm>;

public sealed record AssessmentForm(Guid Assessment, string Instrument, string Sha256, int SheetVersion, IReadOnlyList<FormItem> Items);

public enum FormKind
{
    Level,
    Number,
    Checklist,
}

/// <summary>One observation to make: an indicator on one subject.</summary>
public sealed record FormItem(
    string Indicator,
    string Subject,
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
    Guid Id, int? Level, decimal? Number, IReadOnlyList<string>? Checked, bool NotApplicable, string? Reason, int Version, DateTimeOffset At)
{
    internal static FormAnswer Of(StoredAnswer stored) => new(
        stored.Id,
        stored.Answer.Level,
        stored.Answer.Number,
        stored.Answer.Checked,
        stored.Answer.NotApplicable,
        stored.Answer.Reason,
        stored.Version,
        stored.At);
}

internal sealed class GetFormHandler(IComplianceDb db, InstrumentLibrary library) : IRequestHandler<GetForm, AssessmentForm>
{
    public async Task<AssessmentForm> Handle(GetForm request, CancellationToken cancellationToken)
    {
        var open = await db.OpenSheet(library, request.AssessmentId, cancellationToken);

        return new(
            request.AssessmentId,
            open.Known.Instrument.Code,
            open.Known.Sha256,
            open.Row.Version,
            [.. open.Known.Instrument.Dimensions.SelectMany(dimension => dimension.Variables.SelectMany(variable =>
                variable.Indicators.SelectMany(indicator => ItemsOf(open, dimension, variable, indicator, request.Language))))]);
    }

    private static IEnumerable<FormItem> ItemsOf(OpenSheet open, Dimension dimension, Variable variable, Indicator indicator, Language language)
    {
        var first = open.Known.Instrument.FirstSlot(open.Known.Instrument.PositionOf(indicator.Code)!.Value);
        var (kind, lowest, highest, options) = Shape(indicator.Kind, language);

        for (var number = 1; number <= indicator.Expected; number++)
        {
            var stored = open.Sheet.Find(first + number - 1);

            yield return new(
                indicator.Code,
                new Subject(indicator.Subject, number).ToString(),
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

    private static (FormKind, decimal?, decimal?, IReadOnlyList<FormOption>?) Shape(AnswerKind kind, Language language) => kind switch
    {
        Levels levels => (FormKind.Level, levels.Lowest, levels.Highest, null),
        LinearNumber number => (FormKind.Number, number.Lowest, number.Highest, null),
        SteppedNumber number => (FormKind.Number, number.Lowest, number.Highest, null),
        Checklist list => (FormKind.Checklist, null, null, [.. list.Options.Select(option => new FormOption(option.Code, option.Label.In(language)))]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An answer kind without a form."),
    };
}
