using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>One technique of one assessment in the hands of one assessor: the interviews of a unit, for example.</summary>
public sealed class Assignment
{
    internal Assignment(Technique technique, AccountId accountId)
    {
        Technique = technique;
        AccountId = accountId;
    }

    public Technique Technique { get; }

    public AccountId AccountId { get; private set; }

    /// <summary>What is wrong with a list of techniques to assign: one twice, or one by which the instrument observes nothing.</summary>
    public static IEnumerable<Fault> Faults(Instrument instrument, IReadOnlyList<Technique> techniques)
    {
        for (var index = 0; index < techniques.Count; index++)
        {
            if (techniques.Take(index).Contains(techniques[index]))
            {
                yield return AssessmentErrors.TechniqueTwice.At($"/techniques/{index}/technique");
            }
            else if (!instrument.Indicators.Any(indicator => indicator.Techniques.Contains(techniques[index])))
            {
                yield return AssessmentErrors.TechniqueUnused(instrument.Code).At($"/techniques/{index}/technique");
            }
        }
    }

    internal void GiveTo(AccountId account) => AccountId = account;
}
