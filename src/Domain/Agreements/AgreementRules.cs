using Compliance.Domain.Common;

namespace Compliance.Domain.Agreements;

/// <summary>The rules for agreements of each kind.</summary>
public static class AgreementRules
{
    /// <summary>Returns the faults of the parties by themselves; pointers refer to the content as it was sent.</summary>
    public static IEnumerable<Fault> FaultsOfParties(AgreementContent content)
    {
        var sides = new HashSet<string>();

        foreach (var (party, index) in content.Parties.Select((party, index) => (party, index)))
        {
            if (!sides.Add(party.Side))
            {
                yield return AgreementErrors.PartyTwice.At($"/parties/{index}");
            }
        }

        if (sides.Count < 2)
        {
            yield return AgreementErrors.TwoPartiesNeeded.At("/parties");
        }
        else if (content.Kind != AgreementKind.Spk && content.Parties.All(party => party.Office is null))
        {
            yield return AgreementErrors.OfficeNeeded.At("/parties");
        }
        else if (content.Parties.All(party => party.Office is not null))
        {
            yield return AgreementErrors.OtherSideNeeded.At("/parties");
        }
    }

    /// <summary>Returns the faults of the parent agreement, and of parties that it does not cover.</summary>
    public static IEnumerable<Fault> FaultsOfParent(AgreementContent content, Agreement? umbrella)
    {
        if (content.Kind == AgreementKind.Mou && content.Parent is not null)
        {
            yield return AgreementErrors.MouUnderNothing.At("/parent");
        }

        if (content.Kind != AgreementKind.Pks)
        {
            yield break;
        }

        if (umbrella?.Kind != AgreementKind.Mou)
        {
            yield return AgreementErrors.MouNeeded.At("/parent");

            yield break;
        }

        foreach (var (party, index) in content.Parties.Select((party, index) => (party, index)).Where(pair => !umbrella.Covers(pair.party)))
        {
            yield return AgreementErrors.NotCovered.At($"/parties/{index}");
        }
    }

    /// <summary>Returns the faults of the dates of a signature.</summary>
    /// <param name="today">The current day in the time zone of its office.</param>
    public static IEnumerable<Fault> FaultsOfTerm(AgreementKind kind, AgreementPeriod term, Agreement? umbrella, AgreementTerms terms, DateOnly today)
    {
        if (term.SignedOn > today)
        {
            yield return AgreementErrors.InFuture.At("/signedOn");
        }

        if (term.EffectiveFrom < term.SignedOn)
        {
            yield return AgreementErrors.TermCrosses.At("/effectiveFrom");
        }

        if (term.EffectiveTo < term.EffectiveFrom)
        {
            yield return AgreementErrors.TermCrosses.At("/effectiveTo");
        }

        if (kind != AgreementKind.Pks || umbrella is null)
        {
            yield break;
        }

        if (!umbrella.IsInForceOn(term.SignedOn))
        {
            yield return AgreementErrors.MouNotInForce.At("/signedOn");
        }

        if (!terms.PksMayOutliveMou && umbrella.EffectiveTo is { } end && term.EffectiveTo > end)
        {
            yield return AgreementErrors.OutlivesMou(end).At("/effectiveTo");
        }
    }

    /// <summary>Returns the faults that may have arisen since the draft was checked.</summary>
    internal static IEnumerable<Fault> FaultsOfSigning(Agreement agreement, AgreementPeriod term, Agreement? umbrella)
    {
        if (agreement.Steps.Any(step => step.On > term.SignedOn))
        {
            yield return AgreementErrors.StepsCross.At("/signedOn");
        }

        // The MoU may have been redrafted since. A signature request contains no parties that a pointer could refer to.
        if (agreement.Kind == AgreementKind.Pks && umbrella is not null && agreement.Parties.Any(party => !umbrella.Covers(party)))
        {
            yield return AgreementErrors.NotCovered.At("");
        }
    }
}
