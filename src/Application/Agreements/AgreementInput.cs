using System.Linq.Expressions;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Agreements;

/// <summary>The content of an agreement.</summary>
/// <param name="Kind">Of an extension, the kind of the agreement that it extends.</param>
/// <param name="Parties">Of an extension, those of the extended agreement if left out.</param>
/// <param name="Scope">Codes of <c>GET /agreement-scope-items</c>.</param>
public sealed record AgreementInput(
    AgreementKind? Kind,
    string? Number,
    string? Title,
    Guid? Parent,
    IReadOnlyList<PartyInput>? Parties,
    IReadOnlyList<string>? Scope,
    string? ScopeNote);

/// <summary>Exactly one of institution, office and unit.</summary>
public sealed record PartyInput(string? Institution, string? Office, Guid? Unit, string? Role, string? Number, SignatoryInput? Signatory);

public sealed record SignatoryInput(string? Post, string? Name);

/// <summary>The dates of a signature, all of them or none.</summary>
/// <param name="ConfirmOverlap">Whether another agreement of the same kind and parties may be in force at the same time.</param>
public sealed record SignatureInput(DateOnly? SignedOn, DateOnly? EffectiveFrom, DateOnly? EffectiveTo, bool? ConfirmOverlap)
{
    /// <summary>Null if a date is missing, as when nothing is signed yet.</summary>
    internal AgreementPeriod? Term => (SignedOn, EffectiveFrom, EffectiveTo) is ({ } signed, { } from, { } to) ? new(signed, from, to) : null;

    /// <summary>Returns a fault for each missing date, if at least one is given.</summary>
    internal IEnumerable<Fault> Missing()
    {
        if ((SignedOn, EffectiveFrom, EffectiveTo) is (null, null, null))
        {
            yield break;
        }

        if (SignedOn is null)
        {
            yield return AgreementErrors.DatesTogether.At("/signedOn");
        }

        if (EffectiveFrom is null)
        {
            yield return AgreementErrors.DatesTogether.At("/effectiveFrom");
        }

        if (EffectiveTo is null)
        {
            yield return AgreementErrors.DatesTogether.At("/effectiveTo");
        }
    }
}

internal static class AgreementInputRules
{
    /// <summary>The members of an agreement are at the top of the request body, so pointers have no prefix.</summary>
    /// <param name="extends">Whether kind and parties may be left out, as they are those of the extended agreement.</param>
    public static void Agreement<T>(this AbstractValidator<T> validator, Expression<Func<T, AgreementInput>> agreement, bool extends = false) =>
        validator.RuleFor(agreement).NotNull().OverridePropertyName("").ChildRules(each => Check(each, extends));

    private static void Check(InlineValidator<AgreementInput> agreement, bool extends)
    {
        if (!extends)
        {
            agreement.RuleFor(input => input.Kind).Required();
            agreement.RuleFor(input => input.Parties).RequiredButMayBeEmpty();
        }

        agreement.RuleFor(input => input.Number).Text(PlainText.NameLength);
        agreement.RuleFor(input => input.Title).Required().Text(PlainText.NoteLength);
        agreement.RuleFor(input => input.ScopeNote).Lines(PlainText.NoteLength);
        agreement.RuleFor(input => input.Parties).AtMost(AgreementContent.MostOfEach);
        agreement.RuleFor(input => input.Scope).AtMost(AgreementContent.MostOfEach);
        agreement.RuleForEach(input => input.Scope).Required();
        agreement.RuleForEach(input => input.Parties).Required().ChildRules(Check);
    }

    private static void Check(InlineValidator<PartyInput> party)
    {
        party.RuleFor(input => input.Institution).Text(PlainText.CodeLength);
        party.RuleFor(input => input.Office).Text(PlainText.CodeLength);
        party.RuleFor(input => input.Role).Text(PlainText.NameLength);
        party.RuleFor(input => input.Number).Text(PlainText.NameLength);
        party.When(input => input.Signatory is not null, () =>
        {
            party.RuleFor(input => input.Signatory!.Post).Required().Text(PlainText.NameLength);
            party.RuleFor(input => input.Signatory!.Name).Text(PlainText.NameLength);
        });
    }
}
