using Compliance.Domain.Agreements;
using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;

namespace Compliance.Domain.Tests.JointServices;

/// <summary>A mobile service of a city, its SPK and the bodies of it.</summary>
internal sealed class Mobile
{
    public static readonly DateTimeOffset Now = new(2023, 12, 1, 3, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2023, 12, 1);
    public static readonly DateOnly Opened = new(2023, 8, 23);
    public static readonly Region Village = new("14.71.12.1001", "Meranti Pandak", "14.71.12", RegionLevel.Village);
    public static readonly Region Other = new("14.71.12.1010", "Palas", "14.71.12", RegionLevel.Village);

    private Mobile(JointServiceKind kind)
    {
        Spk = SpkOf(Party.Of(City.Id), Party.Of(Police));
        Service = JointService.Register(New<JointServiceId>(), kind, City, Content(), Spk, null, Now);
    }

    public static readonly Institution City = new(New<InstitutionId>(), "14.71", "Kota Pekanbaru", InstitutionKind.City, "14", null);

    public static readonly InstitutionId Police = New<InstitutionId>();

    public Agreement Spk { get; }

    public JointService Service { get; }

    public static Mobile Running() => new(JointServiceKind.Mobile);

    public static Mobile Mall() => new(JointServiceKind.Fixed);

    public static Agreement SpkOf(params Party[] parties)
    {
        var spk = Draft(AgreementKind.Spk, parties);
        spk.Sign(new(Opened, Opened, Opened.AddYears(2)), null, null, new(), Today);

        return spk;
    }

    public static Agreement Draft(AgreementKind kind, params Party[] parties) =>
        Agreement.Register(New<AgreementId>(), new(kind, null, "LOMAK", null, parties, [], null), "14", null, null, Now);

    public JointServiceContent Content(DateOnly? closedOn = null) => new("LOMAK Rumbai", Spk.Id, Opened, closedOn);

    public Participant Join(ParticipatingBody body, DateOnly? on = null) => Service.Join(New<ParticipantId>(), body, on ?? Opened, [], Spk);

    public ServiceEvent Plan(DateOnly on, int? visitors = null, params ParticipantId[] present) =>
        Service.Plan(New<ServiceEventId>(), Event(on, visitors, present), Village, Today);

    public static EventContent Event(DateOnly on, int? visitors = null, params ParticipantId[] present) => new(on, Village.Code, visitors, present, false);

    private static TId New<TId>()
        where TId : struct, IEntityId<TId> => EntityId.New<TId>(Now);
}
