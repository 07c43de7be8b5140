using Compliance.Domain.Agreements;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.JointServices;

/// <summary>The rules for a joint service, its participants and its events; each fault has its pointer.</summary>
internal static class JointServiceRules
{
    public static IEnumerable<Fault> FaultsOf(JointService service, JointServiceContent content, Agreement? spk)
    {
        if (content.ClosedOn < content.OpenedOn)
        {
            yield return JointServiceErrors.ClosedBeforeOpened.At("/closedOn");
        }

        if (content.Spk is null && (content.OpenedOn is not null || service.Participants.Any(each => each.External is null)))
        {
            yield return JointServiceErrors.SpkNeeded.At("/agreement");
        }

        if (content.Spk is not null && FaultOf(spk) is { } error)
        {
            yield return error.At("/agreement");
        }
        else if (spk is not null && content.Spk != service.Spk && service.Participants.Any(each => each.LeftOn is null && !IsBound(each.Body, spk)))
        {
            yield return JointServiceErrors.NotAParty.At("/agreement");
        }

        if (service.Events.Any(each => each.State == EventState.Held && !IsOpenOn(content, each.On)))
        {
            yield return JointServiceErrors.NotOpenThen.At(content.ClosedOn is null ? "/openedOn" : "/closedOn");
        }
    }

    public static IEnumerable<Fault> FaultsOf(ParticipatingBody body, Agreement? spk)
    {
        if (body.External is not null)
        {
            yield break;
        }

        var place = body.UnitId is null ? "/institution" : "/unit";

        if (spk is null)
        {
            yield return JointServiceErrors.SpkNeeded.At(place);
        }
        else if (!IsBound(body, spk))
        {
            yield return JointServiceErrors.NotAParty.At(place);
        }
    }

    public static IEnumerable<Fault> FaultsOf(JointService service, Participant participant, DateOnly? leftOn)
    {
        if (leftOn < participant.JoinedOn)
        {
            yield return JointServiceErrors.LeftBeforeJoined.At("/leftOn");
        }
        else if (service.Events.Any(each => each.Present.Contains(participant.Id) && each.On > leftOn))
        {
            yield return JointServiceErrors.LeftBeforeEvent.At("/leftOn");
        }
    }

    public static IEnumerable<Fault> FaultsOf(JointService service, EventContent content, Region? place, DateOnly today)
    {
        if (place is null)
        {
            yield return RegistryErrors.UnknownRegion(content.Place).At("/place");
        }
        else if (place.Level != RegionLevel.Village)
        {
            yield return JointServiceErrors.NotAVillage.At("/place");
        }

        if (service.ClosedOn <= content.On || (content.Visitors is not null && !IsOpenOn(service.Content, content.On)))
        {
            yield return JointServiceErrors.NotOpenThen.At("/on");
        }

        foreach (var fault in FaultsOfAttendance(service, content, today))
        {
            yield return fault;
        }
    }

    private static IEnumerable<Fault> FaultsOfAttendance(JointService service, EventContent content, DateOnly today)
    {
        if (content.Visitors is null && content.Present.Count == 0)
        {
            yield break;
        }

        if (content.Cancelled)
        {
            yield return JointServiceErrors.HeldAndCancelled.At("/cancelled");
        }
        else if (content.Visitors is null)
        {
            yield return JointServiceErrors.VisitorsMissing.At("/visitors");
        }

        if (content.On > today)
        {
            yield return JointServiceErrors.EventInFuture.At("/visitors");
        }

        foreach (var (_, index) in content.Present.Select((present, index) => (present, index))
            .Where(pair => !service.Participants.Any(each => each.Id == pair.present && each.IsMemberOn(content.On))))
        {
            yield return JointServiceErrors.NotMemberThen.At($"/present/{index}");
        }
    }

    private static bool IsOpenOn(JointServiceContent content, DateOnly day) => content.OpenedOn <= day && (content.ClosedOn is not { } closed || day < closed);

    private static bool IsBound(ParticipatingBody body, Agreement spk) =>
        body.InstitutionId is not { } institution || spk.Covers(Party.Of(institution, body.UnitId));

    private static DomainError? FaultOf(Agreement? spk) =>
        spk is null ? AgreementErrors.UnknownAgreement
        : spk.Kind != AgreementKind.Spk ? JointServiceErrors.NotAnSpk
        : spk.SignedOn is null ? JointServiceErrors.SpkNotSigned
        : null;
}
