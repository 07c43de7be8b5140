using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;

namespace Compliance.Domain.Replies;

public readonly record struct ReplyId(Guid Value) : IEntityId<ReplyId>
{
    public static ReplyId From(Guid value) => new(value);
}

public enum ReplyStatus
{
    /// <summary>Not moderated yet.</summary>
    Draft,
    Accepted,
    Rejected,
}

/// <summary>
/// An institution's public statement on its result of a year (tanggapan). Each text is a version of its own; the newest
/// one that head office accepted is public, and earlier accepted ones stay readable.
/// </summary>
public sealed class InstitutionReply : IVersioned
{
    private readonly List<ReplyText> texts = [];

    private InstitutionReply()
    {
    }

    public ReplyId Id { get; private init; }

    public InstitutionId InstitutionId { get; private init; }

    public int Year { get; private init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ReplyText> Texts => texts;

    /// <summary>Counts the texts and the decisions of head office.</summary>
    public int Version { get; private set; }

    /// <summary>The newest text, unless head office has accepted it.</summary>
    public ReplyText? Draft => Newest is { Status: not ReplyStatus.Accepted } draft ? draft : null;

    /// <summary>Newest first.</summary>
    public IEnumerable<ReplyText> Accepted => texts.Where(text => text.Status == ReplyStatus.Accepted).OrderByDescending(text => text.Number);

    private ReplyText? Newest => texts.MaxBy(text => text.Number);

    public static InstitutionReply Begin(ReplyId id, InstitutionId institution, int year) => new() { Id = id, InstitutionId = institution, Year = year };

    /// <summary>Adds a text. The same text as the newest changes nothing, unless head office has rejected it.</summary>
    public void Write(string text, AccountId by, DateTimeOffset now)
    {
        if (Newest is { Status: not ReplyStatus.Rejected } newest && newest.Text == text)
        {
            return;
        }

        texts.Add(new(texts.Count + 1, text, by, now));
        Version++;
    }

    /// <summary>A second person, who is not a member of the institution, accepts the newest text for publication or rejects it.</summary>
    public void Moderate(bool accepted, string? reason, Caller by, Institution institution, DateTimeOffset now)
    {
        Rule.Require(Newest is { Status: ReplyStatus.Draft }, ReplyErrors.NoDraft);
        Rule.Require(IsSecondPerson(by, institution, Newest), ReplyErrors.OwnReply);
        Rule.Require(accepted || !string.IsNullOrWhiteSpace(reason), ObligationErrors.RejectionReasonNeeded);

        Newest.Moderate(accepted ? ReplyStatus.Accepted : ReplyStatus.Rejected, reason, AccountId.From(by.Id!.Value), now);
        Version++;
    }

    /// <summary>Whether there is a draft that the caller may moderate.</summary>
    public bool MayBeModeratedBy(Caller caller, Institution institution) =>
        Newest is { Status: ReplyStatus.Draft } draft && IsSecondPerson(caller, institution, draft);

    private static bool IsSecondPerson(Caller caller, Institution institution, ReplyText text) => caller.Id is { } id
        && SeparationOfDuties.IsSecondPerson(AccountId.From(id), text.WrittenBy)
        && !SeparationOfDuties.IsOwnSide(caller, institution.Code);
}

public sealed class ReplyText
{
    internal ReplyText(int number, string text, AccountId writtenBy, DateTimeOffset writtenAt)
    {
        Number = number;
        Text = text;
        WrittenBy = writtenBy;
        WrittenAt = writtenAt;
    }

    /// <summary>From 1, within a year.</summary>
    public int Number { get; }

    public string Text { get; }

    public AccountId WrittenBy { get; }

    public DateTimeOffset WrittenAt { get; }

    public ReplyStatus Status { get; private set; }

    /// <summary>The reason of a rejection, or a remark.</summary>
    public string? Reason { get; private set; }

    public AccountId? ModeratedBy { get; private set; }

    public DateTimeOffset? ModeratedAt { get; private set; }

    internal void Moderate(ReplyStatus status, string? reason, AccountId by, DateTimeOffset now) =>
        (Status, Reason, ModeratedBy, ModeratedAt) = (status, reason, by, now);
}
