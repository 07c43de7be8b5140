using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Institutions;
using Compliance.Domain.Replies;
using Compliance.Domain.Results;

namespace Compliance.Application.Replies;

/// <summary>An institution's public reply to its result of a year.</summary>
/// <param name="Text">The newest accepted text; null if there is none.</param>
/// <param name="Versions">All accepted texts, newest first.</param>
/// <param name="Draft">The newest text, if it is not accepted; shown only to the institution and head office.</param>
/// <param name="Version">The version to send in <c>If-Match</c>; 0 before the first text.</param>
public sealed record ReplyDetails(
    InstitutionRef Institution,
    int Year,
    string? Text,
    IReadOnlyList<ReplyVersion> Versions,
    ReplyDraft? Draft,
    IReadOnlyList<string> AllowedActions,
    int Version);

public sealed record ReplyVersion(int Number, string Text, DateTimeOffset WrittenAt, DateTimeOffset AcceptedAt);

/// <param name="Reason">Why it was rejected.</param>
public sealed record ReplyDraft(int Number, string Text, ReplyStatus Status, string? Reason, DateTimeOffset WrittenAt);

internal static class Replies
{
    /// <summary>Loads the reply to an announced result, or a new one without text; throws "not found" if there is no result.</summary>
    public static async Task<InstitutionReply> LoadReply(
        this IComplianceDb db, Institution institution, int year, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await db.CurrentReply(institution, year).AnyAsync(cancellationToken))
        {
            throw new NotFoundException(ResourceKind.Result, $"{institution.Code}/{year}");
        }

        return await db.Replies.SingleOrDefaultAsync(reply => reply.InstitutionId == institution.Id && reply.Year == year, cancellationToken)
            ?? InstitutionReply.Begin(EntityId.New<ReplyId>(now), institution.Id, year);
    }

    public static ReplyDetails Show(this InstitutionReply reply, Institution institution, Caller caller)
    {
        var (own, moderates) = (caller.MayAt(Permission.WriteReplies, institution), caller.MayAt(Permission.ModerateReplies, institution));
        var seesDraft = own || InstitutionScope.Of(caller, Permission.ReadFollowUp).IsEverywhere;
        List<string> allowed = own ? ["writeReply"] : [];

        if (moderates && reply.MayBeModeratedBy(caller, institution))
        {
            allowed.Add("moderateReply");
        }

        return new(
            new(institution.Code, institution.Name, institution.Kind, institution.Province),
            reply.Year,
            reply.Accepted.FirstOrDefault()?.Text,
            [.. reply.Accepted.Select(text => new ReplyVersion(text.Number, text.Text, text.WrittenAt, text.ModeratedAt!.Value))],
            seesDraft && reply.Draft is { } seen ? new(seen.Number, seen.Text, seen.Status, seen.Reason, seen.WrittenAt) : null,
            allowed,
            reply.Version);
    }

    private static IQueryable<Result> CurrentReply(this IComplianceDb db, Institution institution, int year) =>
        db.Results.Where(result => result.InstitutionId == institution.Id && result.UnitId == null && result.Year == year);
}
