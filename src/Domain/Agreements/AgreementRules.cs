using Compliance.Domain.Common;

namespace Compliance.Domain.Agreements;

/// <summary>What holds for every agreement of a kind.</summary>
public static class AgreementRules
{
    /// <summary>What is wrong with the parties by themselves; the places are those of the content as it came.</summary>
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

    /// <summary>What is wrong with the agreement above it, and with parties that it does not cover.</summary>
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

    /// <summary>What is wrong with the dates of a signature.</summary>
    /// <param name="today">A day of the calendar of its office.</param>
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

    /// <summary>What may have become wrong since it was written down.</summary>
    internal static IEnumerable<Fault> FaultsOfSigning(Agreement agreement, AgreementPeriod term, Agreement? umbrella)
    {
        if (agreement.Steps.Any(step => step.On > term.SignedOn))
        {
            yield return AgreementErrors.StepsCross.At("/signedOn");
        }

        // The MoU may have been redrafted since; who signs sends no parties whose place could be named.
        if (agreement.Kind == AgreementKind.Pks && umbrella is not null && agreement.Parties.Any(party => !umbrella.Covers(party)))
        {
            yield return AgreementErrors.NotCovered.At("");
        }
    }
}
