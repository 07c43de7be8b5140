using System.Linq.Expressions;
using Compliance.Application.Instruments;
using Compliance.Domain.Commitments;
using Compliance.Domain.FollowUp;
using Compliance.Domain.Institutions;
using Compliance.Domain.PublicReports;

namespace Compliance.Application.Commitments;

/// <summary>What a caller says of a commitment.</summary>
/// <param name="PersonInCharge">A post, never a name.</param>
/// <param name="Weight">1 unless said otherwise.</param>
public sealed record CommitmentInput(
    string? Title,
    ObligatedInput? Obligated,
    string? PersonInCharge,
    DateOnly? DueOn,
    RecurrenceInput? Recurrence,
    TargetInput? Target,
    decimal? Weight,
    string? ScopeItem,
    AnsweredInput? Answers,
    int? Year)
{
    internal CommitmentContent ToContent(Obligated obligated) => new(
        Title!,
        obligated,
        PersonInCharge!,
        DueOn,
        Recurrence is { } each ? new(each.Every!.Value, each.From!.Value, each.Until) : null,
        Target is { } target ? new(target.Unit!, target.Baseline, target.Value!.Value, target.Direction, target.Series) : null,
        Weight ?? 1m,
        ScopeItem,
        (Answers?.Finding?.Indicator ?? Answers?.Indicator) is { } indicator ? new(indicator, Answers!.Finding?.Year) : null,
        Year);
}

/// <summary>One of the three: an institution by its code, a unit by its id, an office by its code.</summary>
public sealed record ObligatedInput(string? Institution, Guid? Unit, string? Office);

public sealed record RecurrenceInput(Interval? Every, DateOnly? From, DateOnly? Until);

public sealed record TargetInput(string? Unit, decimal? Baseline, decimal? Value, Direction? Direction, CaseloadSeries? Series);

/// <summary>An indicator, or a finding: an indicator in the result of a year.</summary>
public sealed record AnsweredInput(string? Indicator, FindingInput? Finding);

public sealed record FindingInput(string? Indicator, int? Year);

internal static class CommitmentInputs
{
    private const decimal Largest = 1_000_000_000_000m;
    private const decimal LargestWeight = 100m;

    /// <summary>The members of a commitment are those of the body, so no name stands before them.</summary>
    public static void Commitment<T>(this AbstractValidator<T> validator, Expression<Func<T, CommitmentInput>> commitment) =>
        validator.RuleFor(commitment).NotNull().OverridePropertyName("").ChildRules(Check);

    /// <summary>A figure that is counted with: not endlessly large, at most four decimals.</summary>
    public static void Figure<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.Must(value => value is null || (Math.Abs(value.Value) <= Largest && value.Value * Target.FigureParts % 1 == 0)).WithErrorCode("malformedValue");

    /// <summary>What it says, with the obligated side and the indicator found.</summary>
    public static async Task<CommitmentContent> Resolve(
        this IComplianceDb db, CommitmentInput input, InstrumentLibrary library, CancellationToken cancellationToken)
    {
        var obligated = await db.Find(input.Obligated!, cancellationToken);
        var content = obligated is null ? null : input.ToContent(obligated);
        var faults = new List<Fault>();

        if (obligated is null)
        {
            faults.Add(CommitmentErrors.ObligatedNotParty.At("/obligated"));
        }

        if (content?.Answers is { Indicator: var code } && (await library.All(db, cancellationToken)).All(known => known.Instrument.PositionOf(code) is null))
        {
            faults.Add(FollowUpErrors.IndicatorNowhere.At(input.Answers!.Finding is null ? "/answers/indicator" : "/answers/finding/indicator"));
        }

        Rule.RequireNone(faults, CommitmentErrors.Refused);

        return content!;
    }

    private static async Task<Obligated?> Find(this IComplianceDb db, ObligatedInput input, CancellationToken cancellationToken)
    {
        if (input.Office is { } office)
        {
            return new(office, null, null);
        }

        if (input.Unit is { } given)
        {
            var id = ServiceUnitId.From(given);
            var unit = await db.ServiceUnits.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);

            return unit is null ? null : new(null, unit.InstitutionId, unit.Id);
        }

        var institution = await db.Institutions.AsNoTracking().SingleOrDefaultAsync(each => each.Code == input.Institution, cancellationToken);

        return institution is null ? null : new(null, institution.Id, null);
    }

    private static void Check(InlineValidator<CommitmentInput> commitment)
    {
        commitment.RuleFor(input => input.Title).NotEmpty().WithErrorCode("required");
        commitment.RuleFor(input => input.Title).Text(PlainText.NoteLength);
        commitment.RuleFor(input => input.PersonInCharge).NotEmpty().WithErrorCode("required");
        commitment.RuleFor(input => input.PersonInCharge).Text(PlainText.NameLength);
        commitment.RuleFor(input => input.ScopeItem).Text(PlainText.CodeLength);
        commitment.RuleFor(input => input.Weight).InclusiveBetween(0.01m, LargestWeight).WithErrorCode("malformedValue");
        commitment.RuleFor(input => input.Weight).Must(weight => weight is null or > LargestWeight || weight.Value * CommitmentContent.WeightParts % 1 == 0).WithErrorCode("malformedValue");
        commitment.RuleFor(input => input.Year).Must(year => year is null || AssessmentYear.IsValid(year.Value)).WithErrorCode("yearOutOfRange");
        commitment.RuleFor(input => input.Obligated).NotNull().WithErrorCode("required");
        commitment.When(input => input.Obligated is not null, () =>
        {
            commitment.RuleFor(input => input.Obligated!).Must(NamesOne).WithErrorCode("malformedValue").OverridePropertyName(nameof(CommitmentInput.Obligated));
            commitment.RuleFor(input => input.Obligated!.Institution).Text(PlainText.CodeLength);
            commitment.RuleFor(input => input.Obligated!.Office).Text(PlainText.CodeLength);
        });
        CheckTimes(commitment);
        CheckTarget(commitment);
    }

    private static bool NamesOne(ObligatedInput input) =>
        (input.Institution is null ? 0 : 1) + (input.Unit is null ? 0 : 1) + (input.Office is null ? 0 : 1) == 1;

    private static void CheckTimes(InlineValidator<CommitmentInput> commitment)
    {
        commitment.When(input => input.Recurrence is not null, () =>
        {
            commitment.RuleFor(input => input.Recurrence!.Every).NotNull().WithErrorCode("required");
            commitment.RuleFor(input => input.Recurrence!.From).NotNull().WithErrorCode("required");
        });
        commitment.When(input => input.Answers is not null, () =>
        {
            commitment.RuleFor(input => input.Answers!.Indicator).NotEmpty().WithErrorCode("required").When(input => input.Answers!.Finding is null);
            commitment.RuleFor(input => input.Answers!.Indicator).Text(PlainText.CodeLength);
            commitment.RuleFor(input => input.Answers!.Indicator).Must((input, code) => code is null || code == input.Answers!.Finding!.Indicator)
                .WithErrorCode("malformedValue").When(input => input.Answers!.Finding is not null);
        });
        commitment.When(input => input.Answers?.Finding is not null, () =>
        {
            commitment.RuleFor(input => input.Answers!.Finding!.Indicator).NotEmpty().WithErrorCode("required");
            commitment.RuleFor(input => input.Answers!.Finding!.Indicator).Text(PlainText.CodeLength);
            commitment.RuleFor(input => input.Answers!.Finding!.Year).NotNull().WithErrorCode("required");
        });
    }

    private static void CheckTarget(InlineValidator<CommitmentInput> commitment) => commitment.When(input => input.Target is not null, () =>
    {
        commitment.RuleFor(input => input.Target!.Unit).NotEmpty().WithErrorCode("required");
        commitment.RuleFor(input => input.Target!.Unit).Text(PlainText.CodeLength);
        commitment.RuleFor(input => input.Target!.Value).NotNull().WithErrorCode("required");
        commitment.RuleFor(input => input.Target!.Value).Figure();
        commitment.RuleFor(input => input.Target!.Baseline).Figure();
    });
}
