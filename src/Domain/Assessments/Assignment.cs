using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>The assignment of one technique of an assessment to an assessor: the interviews of a unit, for example.</summary>
public sealed class Assignment
{
    internal Assignment(Technique technique, AccountId accountId)
    {
        Technique = technique;
        AccountId = accountId;
    }

    public Technique Technique { get; }

    public AccountId AccountId { get; private set; }

    /// <summary>Returns the faults of a list of techniques: one that is named twice, or one that the instrument does not use.</summary>
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
