using Compliance.Domain.Access;
using Compliance.Domain.Institutions;
using Compliance.Domain.Replies;
using Compliance.Domain.Tests.Access;

namespace Compliance.Domain.Tests.Replies;

public sealed class InstitutionReplyTests
{
    private static readonly DateTimeOffset Now = new(2024, 1, 22, 3, 0, 0, TimeSpan.Zero);
    private static readonly Institution Inhil = new(EntityId.New<InstitutionId>(Now), "14.04", "Kabupaten Indragiri Hilir", InstitutionKind.Regency, "14", null);
    private static readonly AccountId Liaison = EntityId.New<AccountId>(Now);
    private static readonly AccountId Verifier = EntityId.New<AccountId>(Now);

    [Test]
    public void The_institutions_own_people_do_not_moderate()
    {
        var reply = Written("Satu.");

        ((Action)(() => reply.Moderate(accepted: true, null, Verifier.OfInstitution(), Inhil, Now))).Should().Break(ReplyErrors.OwnReply);
        ((Action)(() => reply.Moderate(accepted: true, null, Liaison.OfOffice(), Inhil, Now))).Should().Break(ReplyErrors.OwnReply);
    }

    [Test]
    public void What_is_moderated_is_moderated_once()
    {
        var reply = Written("Satu.");
        reply.Moderate(accepted: true, null, Verifier.OfOffice(), Inhil, Now);

        ((Action)(() => reply.Moderate(accepted: false, "Keliru.", Verifier.OfOffice(), Inhil, Now))).Should().Break(ReplyErrors.NoDraft);
    }

    [Test]
    public void A_rejected_text_may_be_sent_again()
    {
        var reply = Written("Satu.");
        reply.Moderate(accepted: false, "Tanpa bukti.", Verifier.OfOffice(), Inhil, Now);

        reply.Write("Satu.", Liaison, Now);

        (reply.Draft!.Number, reply.Draft.Status, reply.Version).Should().Be((2, ReplyStatus.Draft, 3));
    }

    /// <summary>Null rejects, true accepts, false writes another text.</summary>
    [RandomCases(500)]
    public void Accepted_texts_never_go_and_the_newest_stands_first(bool?[] steps)
    {
        var reply = InstitutionReply.Begin(EntityId.New<ReplyId>(Now), EntityId.New<InstitutionId>(Now), 2023);
        var accepted = new List<string>();

        foreach (var step in steps)
        {
            if (step == false)
            {
                reply.Write($"Teks {reply.Version}", Liaison, Now);
            }
            else if (reply.Draft is { Status: ReplyStatus.Draft } draft)
            {
                reply.Moderate(step == true, "Alasan.", Verifier.OfOffice(), Inhil, Now);
                accepted.AddRange(step == true ? [draft.Text] : []);
            }

            reply.Accepted.Select(text => text.Text).Should().Equal(Enumerable.Reverse(accepted));
            reply.Texts.Select(text => text.Number).Should().Equal(Enumerable.Range(1, reply.Texts.Count));
        }
    }

    private static InstitutionReply Written(string text)
    {
        var reply = InstitutionReply.Begin(EntityId.New<ReplyId>(Now), EntityId.New<InstitutionId>(Now), 2023);
        reply.Write(text, Liaison, Now);

        return reply;
    }
}
