using System.Linq.Expressions;
using Compliance.Domain.Commitments;

namespace Compliance.Application.Commitments;

internal static class CommitmentInputRules
{
    private const decimal Largest = 1_000_000_000_000m;
    private const decimal LargestWeight = 100m;

    /// <summary>The members of a commitment are at the top of the request body, so pointers have no prefix.</summary>
    public static void Commitment<T>(this AbstractValidator<T> validator, Expression<Func<T, CommitmentInput>> commitment) =>
        validator.RuleFor(commitment).NotNull().OverridePropertyName("").ChildRules(Check);

    /// <summary>Limits a figure used in calculations in size, and to four decimals.</summary>
    public static void Figure<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.Must(value => value is null || (Math.Abs(value.Value) <= Largest && value.Value * Target.FigureParts % 1 == 0)).Refuses(InputErrors.Malformed);

    private static void Check(InlineValidator<CommitmentInput> commitment)
    {
        commitment.RuleFor(input => input.Title).Required().Text(PlainText.NoteLength);
        commitment.RuleFor(input => input.PersonInCharge).Required().Text(PlainText.NameLength);
        commitment.RuleFor(input => input.ScopeItem).Text(PlainText.CodeLength);
        commitment.RuleFor(input => input.Weight).Within(0.01m, LargestWeight);
        commitment.RuleFor(input => input.Weight).Must(weight => weight is null or > LargestWeight || weight.Value * CommitmentContent.WeightParts % 1 == 0).Refuses(InputErrors.Malformed);
        commitment.RuleFor(input => input.Year).Must(year => year is null || AssessmentYear.IsValid(year.Value)).Refuses(AssessmentYear.OutOfRange);
        commitment.RuleFor(input => input.Obligated).Required();
        commitment.When(input => input.Obligated is not null, () =>
        {
            commitment.RuleFor(input => input.Obligated!).Must(NamesExactlyOne).Refuses(InputErrors.Malformed).OverridePropertyName(nameof(CommitmentInput.Obligated));
            commitment.RuleFor(input => input.Obligated!.Institution).Text(PlainText.CodeLength);
            commitment.RuleFor(input => input.Obligated!.Office).Text(PlainText.CodeLength);
        });
        CheckTimes(commitment);
        CheckTarget(commitment);
    }

    private static bool NamesExactlyOne(ObligatedInput input) =>
        (input.Institution is null ? 0 : 1) + (input.Unit is null ? 0 : 1) + (input.Office is null ? 0 : 1) == 1;

    private static void CheckTimes(InlineValidator<CommitmentInput> commitment)
    {
        commitment.When(input => input.Recurrence is not null, () =>
        {
            commitment.RuleFor(input => input.Recurrence!.Every).Required();
            commitment.RuleFor(input => input.Recurrence!.From).Required();
        });
        commitment.When(input => input.Answers is not null, () =>
        {
            commitment.RuleFor(input => input.Answers!.Indicator).Required().When(input => input.Answers!.Finding is null);
            commitment.RuleFor(input => input.Answers!.Indicator).Text(PlainText.CodeLength);
            commitment.RuleFor(input => input.Answers!.Indicator).Must((input, code) => code is null || code == input.Answers!.Finding!.Indicator)
                .Refuses(InputErrors.Malformed).When(input => input.Answers!.Finding is not null);
        });
        commitment.When(input => input.Answers?.Finding is not null, () =>
        {
            commitment.RuleFor(input => input.Answers!.Finding!.Indicator).Required().Text(PlainText.CodeLength);
            commitment.RuleFor(input => input.Answers!.Finding!.Year).Required();
        });
    }

    private static void CheckTarget(InlineValidator<CommitmentInput> commitment) => commitment.When(input => input.Target is not null, () =>
    {
        commitment.RuleFor(input => input.Target!.Unit).Required().Text(PlainText.CodeLength);
        commitment.RuleFor(input => input.Target!.Value).Required().Figure();
        commitment.RuleFor(input => input.Target!.Baseline).Figure();
    });
}
