using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Tests.Access;

namespace Compliance.Domain.Tests.Commitments;

/// <summary>A PKS of the Riau office with Indragiri Hilir in force in 2024 and 2025, and what is promised under it.</summary>
internal static class Promised
{
    public static readonly DateTimeOffset Now = new(2024, 3, 1, 3, 0, 0, TimeSpan.Zero);
    public static readonly InstitutionId Inhil = New<InstitutionId>();
    public static readonly AccountId Head = New<AccountId>();
    public static readonly AccountId Liaison = New<AccountId>();

    /// <summary>Indragiri Hilir owes it to the office of Riau.</summary>
    public static readonly CommitmentSides Sides = new("14.04", null, ["14"], ["14.04"]);

    public static readonly CommitmentContent Content = new(
        "Pasang jalur landai.", new(null, Inhil, null), "Kepala DPMPTSP", new(2024, 6, 30), null, null, 1m, null, null, null);

    public static readonly CommitmentContent Quarterly = Content with
    {
        DueOn = null,
        Recurrence = new(RecurrenceInterval.Quarter, new(2024, 3, 31), new(2024, 12, 31)),
    };

    public static TId New<TId>()
        where TId : struct, IEntityId<TId> => EntityId.New<TId>(Now);

    public static Agreement Agreement(bool signed = true, string office = "14")
    {
        var agreement = Domain.Agreements.Agreement.Register(
            New<AgreementId>(),
            new(AgreementKind.Mou, null, "Nota kesepahaman", null, [Party.OfOffice(office), Party.Of(Inhil)], ["prevention"], null),
            office,
            null,
            Head,
            Now);

        if (signed)
        {
            agreement.Sign(new(new(2024, 1, 2), new(2024, 1, 2), new(2025, 12, 31)), null, null, new(), agreement.DayOf(Now));
        }

        return agreement;
    }

    public static Commitment Made(CommitmentContent? content = null, string office = "14") =>
        Commitment.Make(New<CommitmentId>(), Agreement(office: office), content ?? Content, Head, Now);

    public static ProgressReport Say(this Commitment commitment, ProgressContent progress, DateTimeOffset? now = null) =>
        commitment.Report(New<ProgressReportId>(), progress, Liaison, now ?? Now);

    /// <summary>Closes or rejects, as somebody of the office.</summary>
    public static void Decide(this Commitment commitment, Closure closure, AccountId? by = null) => commitment.Close(closure, (by ?? Head).OfOffice(), Sides, Now);

    public static ProgressContent Done(string? dueOn = null, string? proof = "https://example.org/foto") =>
        new(new(2024, 3, 1), null, "Terpasang.", proof, null, true, dueOn is null ? null : DateOnly.Parse(dueOn, null));

    public static ProgressContent Value(decimal value) => new(new(2024, 3, 1), value, null, null, null, null, null);

    public static Closure Accept(string? dueOn = null) => new(true, null, null, dueOn is null ? null : DateOnly.Parse(dueOn, null), null);
}
