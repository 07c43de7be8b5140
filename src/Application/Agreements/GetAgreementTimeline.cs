using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Agreements;

/// <summary>Returns all dated events of an agreement, and the chain of extensions that it belongs to.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record GetAgreementTimeline(Guid Id, Language Language) : IRequest<AgreementTimeline>;

/// <param name="Events">Oldest first.</param>
/// <param name="Chain">The agreement, what it extends step by step, and what extends it, the oldest first; as far as the caller may see them.</param>
public sealed record AgreementTimeline(Guid Id, IReadOnlyList<TimelineEvent> Events, IReadOnlyList<ChainLink> Chain);

public sealed record ChainLink(Guid Id, string? Number, string Title, DateOnly? SignedOn, DateOnly? EffectiveFrom, DateOnly? EffectiveTo, AgreementStatus Status, ChainPlace Place);

public enum ChainPlace
{
    Predecessor,
    Itself,
    Successor,
}

internal sealed class GetAgreementTimelineHandler(IComplianceDb db, AgreementTerms terms, TimeProvider clock)
    : IRequestHandler<GetAgreementTimeline, AgreementTimeline>
{
    /// <summary>A limit against endless chains: with terms of about five years, no real chain is as long.</summary>
    private const int LongestChain = 50;

    public async Task<AgreementTimeline> Handle(GetAgreementTimeline request, CancellationToken cancellationToken)
    {
        var agreement = await db.FindAgreement(AgreementId.From(request.Id), cancellationToken);
        var documents = await db.AgreementDocuments.AsNoTracking().Where(each => each.AgreementId == agreement.Id)
            .OrderBy(each => each.AddedAt).ThenBy(each => each.Id).ToListAsync(cancellationToken);
        var (before, after) = (await Predecessors(agreement, cancellationToken), await Successors(agreement, cancellationToken));

        return new(
            agreement.Id.Value,
            TimelineEvents.Of(agreement, documents, [.. after.Where(each => each.Continues == agreement.Id)], request.Language),
            [
                .. before.Select(each => Show(each, ChainPlace.Predecessor)),
                Show(agreement, ChainPlace.Itself),
                .. after.Select(each => Show(each, ChainPlace.Successor)),
            ]);
    }

    private ChainLink Show(Agreement each, ChainPlace place) => new(
        each.Id.Value, each.Number, each.Title, each.SignedOn, each.EffectiveFrom, each.EffectiveTo, each.StatusOn(each.DayOf(clock.GetUtcNow()), terms), place);

    private async Task<IReadOnlyList<Agreement>> Predecessors(Agreement agreement, CancellationToken cancellationToken)
    {
        var found = new List<Agreement>();

        for (var next = agreement.Continues; next is { } id && found.Count < LongestChain; next = found[0].Continues)
        {
            if (await db.Agreements.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } before)
            {
                break;
            }

            found.Insert(0, before);
        }

        return found;
    }

    private async Task<IReadOnlyList<Agreement>> Successors(Agreement agreement, CancellationToken cancellationToken)
    {
        var found = new List<Agreement>();

        for (List<AgreementId?> last = [agreement.Id]; last.Count > 0 && found.Count < LongestChain;)
        {
            var next = await db.Agreements.AsNoTracking().Where(each => last.Contains(each.Continues)).OrderBy(each => each.Id).ToListAsync(cancellationToken);
            found.AddRange(next);
            last = [.. next.Select(each => (AgreementId?)each.Id)];
        }

        return found;
    }
}
