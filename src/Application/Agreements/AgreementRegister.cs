using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Agreements;

/// <summary>What registering, extending and signing have in common: idempotency by id, unique numbers, no unconfirmed overlap.</summary>
internal sealed class AgreementRegister(IComplianceDb db, IInstitutionLocks locks, AgreementTerms terms, RequestContext context, TimeProvider clock)
{
    /// <summary>Registers an agreement, signed if its dates are given. Repeating it with the same id changes nothing.</summary>
    public async Task<AgreementId> Add(
        Guid? id, AgreementDraft draft, SignatureInput signature, AgreementId? continues, CancellationToken cancellationToken)
    {
        var term = signature.Term;
        var agreementId = EntityId.GivenOrNew<AgreementId>(id, clock.GetUtcNow());

        if (await IsRepeated(agreementId, draft, term, continues, cancellationToken))
        {
            return agreementId;
        }

        Rule.RequireNone(draft.Faults, AgreementErrors.Refused);
        await using var transaction = await db.Begin(cancellationToken);
        await RequireFree(agreementId, draft.Content, cancellationToken);
        var agreement = Agreement.Register(
            agreementId, draft.Content, draft.Office, draft.Umbrella, Registrar(), clock.GetUtcNow(), await Find(continues, cancellationToken));
        db.Agreements.Add(agreement);

        if (term is not null)
        {
            await Sign(agreement, term, signature.ConfirmOverlap == true, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return agreementId;
    }

    /// <summary>
    /// Must run in a transaction: agreements that would overlap are signed one after the other, so that the later one sees the earlier one.
    /// </summary>
    public async Task Sign(Agreement agreement, AgreementPeriod term, bool confirmOverlap, CancellationToken cancellationToken)
    {
        await locks.Lock([.. agreement.Parties.Select(party => party.InstitutionId).OfType<InstitutionId>().Distinct()], cancellationToken);
        var isNew = agreement.Term != term;
        agreement.Sign(
            term,
            await Find(agreement.Parent, cancellationToken),
            await Find(agreement.Continues, cancellationToken),
            terms,
            agreement.DayOf(clock.GetUtcNow()));

        if (isNew && !confirmOverlap)
        {
            var others = await db.Agreements.AsNoTracking()
                .Where(each => each.Kind == agreement.Kind && each.PartiesKey == agreement.PartiesKey && each.Id != agreement.Id && each.SignedOn != null)
                .OrderBy(each => each.SignedOn)
                .ToListAsync(cancellationToken);
            var other = others.Find(agreement.Overlaps);
            Rule.Require(other is null, AgreementErrors.Overlaps(other?.Title ?? "", other?.Id.Value ?? default));
        }
    }

    /// <summary>Refuses a number that is already used, also by agreements that the caller may not see.</summary>
    public async Task RequireFree(AgreementId id, AgreementContent content, CancellationToken cancellationToken)
    {
        var others = db.Agreements.IgnoreQueryFilters().Where(each => each.Id != id);

        if (content.NumberKey is { } key && await others.AnyAsync(each => each.NumberKey == key, cancellationToken))
        {
            throw NumberTaken(content.Number!, "/number");
        }

        foreach (var (party, index) in content.Parties.Select((party, index) => (party, index)).Where(pair => pair.party.NumberKey is not null))
        {
            var (side, number) = (party.Side, party.NumberKey);

            if (await others.AnyAsync(each => each.Parties.Any(other => other.Side == side && other.NumberKey == number), cancellationToken))
            {
                throw NumberTaken(party.Number!, $"/parties/{index}/number");
            }
        }
    }

    private static DomainException NumberTaken(string number, string pointer)
    {
        var error = AgreementErrors.NumberTaken(number);

        return new(error, [error.At(pointer)]);
    }

    /// <summary>Null if the program itself registers it.</summary>
    private AccountId? Registrar() => context.Caller.Id is { } id ? AccountId.From(id) : null;

    private async Task<bool> IsRepeated(AgreementId id, AgreementDraft draft, AgreementPeriod? term, AgreementId? continues, CancellationToken cancellationToken) =>
        await db.Agreements.FindRepeated(
            each => each.Id == id,
            each => each.SaysTheSameAs(draft.Content, continues) && (term is null || each.Term == term),
            cancellationToken) is not null;

    private async Task<Agreement?> Find(AgreementId? id, CancellationToken cancellationToken) =>
        id is null ? null : await db.Agreements.IgnoreQueryFilters().SingleAsync(each => each.Id == id, cancellationToken);
}
