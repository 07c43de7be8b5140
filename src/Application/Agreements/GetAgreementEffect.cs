using Compliance.Application.Access;
using Compliance.Application.Results;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Agreements;

/// <summary>
/// Compares how the results of institutions changed that signed an agreement between two years with those that had none. It reads the
/// agreements of all institutions, so it is not available to callers who represent a single institution.
/// </summary>
[Needs(Permission.ReadFollowUp)]
public sealed record GetAgreementEffect(AgreementKind Kind, string? Province, int Before, int After) : IRequest<AgreementEffectDetails>;

/// <param name="Difference">The change of those with an agreement minus that of those without, in points; null if either group is empty.</param>
/// <param name="MethodChanged">Whether the two years were assessed by different instruments.</param>
/// <param name="Caution">What this figure does not show.</param>
public sealed record AgreementEffectDetails(
    AgreementKind Kind,
    string? Province,
    int Before,
    int After,
    ComparedGroup With,
    ComparedGroup Without,
    decimal? Difference,
    bool MethodChanged,
    IReadOnlyList<ExcludedInstitutionDetails> LeftOut,
    LocalizedText Caution);

/// <param name="MeanBefore">The mean of the results, with two decimals; like the other means, null for an empty group.</param>
public sealed record ComparedGroup(int Count, decimal? MeanBefore, decimal? MeanAfter, decimal? Change, IReadOnlyList<ComparedInstitution> Institutions);

public sealed record ComparedInstitution(string Code, string Name, decimal Before, decimal After);

public sealed record ExcludedInstitutionDetails(string Code, string Name, ExclusionReason Reason);

internal sealed class GetAgreementEffectHandler(IComplianceDb db, RequestContext context) : IRequestHandler<GetAgreementEffect, AgreementEffectDetails>
{
    private static readonly LocalizedText caution = new(
        "Angka ini hanya bersifat deskriptif: kedua kelompok yang dibandingkan tidak dipilih secara acak, sehingga tidak terbukti bahwa perjanjian menyebabkan perubahan.",
        "This figure is descriptive only: the two groups were not selected at random, so it does not prove that agreements caused the change.");

    public async Task<AgreementEffectDetails> Handle(GetAgreementEffect request, CancellationToken cancellationToken)
    {
        Rule.Require(InstitutionScope.Of(context.Caller, Permission.ReadFollowUp).ActsForOffices, AccessErrors.OutsideScope);
        Rule.RequireNone([.. Faults(request)], AgreementErrors.EffectRefused);
        var (before, after) = (await ResultsOf(request.Before, request.Province, cancellationToken), await ResultsOf(request.After, request.Province, cancellationToken));
        var agreements = await Agreements(request, cancellationToken);
        var cases = before.Keys.Union(after.Keys).Union(agreements.Select(group => group.Key)).ToDictionary(code => code, code => new EffectCase(
            code, before.GetValueOrDefault(code)?.Score?.Value, after.GetValueOrDefault(code)?.Score?.Value, [.. agreements[code]]));
        var names = await db.Institutions.Where(each => cases.Keys.Contains(each.Code)).ToDictionaryAsync(each => each.Code, each => each.Name, cancellationToken);
        var effect = AgreementEffect.Of(request.Before, request.After, cases.Values);

        return new(
            request.Kind,
            request.Province,
            request.Before,
            request.After,
            Show(effect.With, cases, names),
            Show(effect.Without, cases, names),
            Round(effect.Difference),
            before.Values.Concat(after.Values).Select(row => row.Instrument).Distinct().Count() > 1,
            [.. effect.LeftOut.Select(each => new ExcludedInstitutionDetails(each.Institution, names[each.Institution], each.Reason))],
            caution);
    }

    private static IEnumerable<Fault> Faults(GetAgreementEffect request)
    {
        if (!AssessmentYear.IsValid(request.Before))
        {
            yield return AssessmentYear.OutOfRange.At("/before");
        }

        if (!AssessmentYear.IsValid(request.After))
        {
            yield return AssessmentYear.OutOfRange.At("/after");
        }
        else if (request.Before >= request.After)
        {
            yield return AgreementErrors.YearsCross.At("/after");
        }
    }

    private static ComparedGroup Show(EffectGroup group, Dictionary<string, EffectCase> cases, Dictionary<string, string> names) => new(
        group.Institutions.Count,
        Round(group.Before),
        Round(group.After),
        Round(group.Change),
        [.. group.Institutions.Select(code => new ComparedInstitution(code, names[code], cases[code].Before!.Value, cases[code].After!.Value))]);

    private static decimal? Round(decimal? figure) => Rounding.HalfAwayFromZero(figure, Score.Places);

    private async Task<Dictionary<string, CurrentResultRow>> ResultsOf(int year, string? province, CancellationToken cancellationToken) =>
        await db.OfYear(year).Where(row => row.Score != null && (province == null || row.Province == province))
            .ToDictionaryAsync(row => row.InstitutionCode, cancellationToken);

    /// <summary>Returns the terms of a kind that overlap these years, by institution that is a party or has a unit that is one.</summary>
    private async Task<ILookup<string, AgreementPeriod>> Agreements(GetAgreementEffect request, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(request.Before, 1, 1), new DateOnly(request.After, 12, 31));
        var agreements = await db.Agreements.IgnoreQueryFilters().AsNoTracking()
            .Where(each => each.Kind == request.Kind && each.SignedOn <= last && each.EffectiveTo >= first).ToListAsync(cancellationToken);
        var codes = await db.Institutions.Where(each => request.Province == null || each.Province == request.Province)
            .ToDictionaryAsync(each => each.Id, each => each.Code, cancellationToken);

        return (
            from agreement in agreements
            where agreement.InForce is not null
            from institution in agreement.Parties.Select(party => party.InstitutionId).Distinct()
            where institution is { } id && codes.ContainsKey(id)
            select (Code: codes[institution!.Value], Term: agreement.InForce!)).ToLookup(pair => pair.Code, pair => pair.Term);
    }
}
