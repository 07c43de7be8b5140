using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Tests.Agreements;

/// <summary>Agreements as tests need them.</summary>
internal static class Agreed
{
    public static readonly DateTimeOffset Now = new(2024, 6, 1, 3, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2024, 6, 1);
    public static readonly AgreementTerms Terms = new();
    public static readonly InstitutionId Regency = InstitutionId.From(Guid.CreateVersion7());
    public static readonly InstitutionId City = InstitutionId.From(Guid.CreateVersion7());
    public static readonly ServiceUnitId Unit = ServiceUnitId.From(Guid.CreateVersion7());
    public static readonly Party HeadOffice = Party.OfOffice("00");
    public static readonly Party Riau = Party.OfOffice("14");

    /// <summary>Signed on 22 February 2023, in force until 21 February 2028.</summary>
    public static readonly AgreementPeriod Usual = new(new(2023, 2, 22), new(2023, 2, 22), new(2028, 2, 21));

    public static AgreementContent Mou(params Party[] parties) =>
        new(AgreementKind.Mou, "1/MoU", "Nota kesepahaman", null, parties.Length == 0 ? [HeadOffice, Party.Of(Regency)] : parties, [], null);

    public static AgreementContent Pks(Agreement umbrella, params Party[] parties) =>
        new(AgreementKind.Pks, "1/PKS", "Perjanjian kerja sama", umbrella.Id, parties.Length == 0 ? [Riau, Party.Of(Regency, Unit)] : parties, [], null);

    public static Agreement Forming(AgreementContent? content = null, Agreement? umbrella = null, string office = "14", Agreement? continues = null) =>
        Agreement.Register(AgreementId.From(Guid.CreateVersion7()), content ?? Mou(), office, umbrella, AccountId.From(Guid.CreateVersion7()), Now, continues);

    public static Agreement Signed(AgreementPeriod? term = null, AgreementContent? content = null, Agreement? umbrella = null, string office = "14", Agreement? continues = null)
    {
        var agreement = Forming(content, umbrella, office, continues);
        agreement.Sign(term ?? Usual, umbrella, continues, Terms, DateOnly.MaxValue);

        return agreement;
    }
}
