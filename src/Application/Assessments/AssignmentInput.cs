using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Assessments;

/// <summary>Who assesses a unit.</summary>
/// <param name="Assessor">The e-mail address of the assessor of the whole unit; null if there is none.</param>
/// <param name="Techniques">The assessors of single techniques; none if absent.</param>
public sealed record AssignmentInput(string? Assessor, IReadOnlyList<TechniqueInput>? Techniques)
{
    internal IEnumerable<string?> Addresses => (Techniques ?? []).Select(technique => technique.Assessor).Prepend(Assessor);

    /// <summary>Returns the faults of the assignment for this assessment.</summary>
    internal IEnumerable<Fault> Faults(IReadOnlyDictionary<string, Account> accounts, Assessment assessment, Instrument instrument)
    {
        var techniques = Techniques ?? [];

        foreach (var fault in Assignment.Faults(instrument, [.. techniques.Select(technique => technique.Technique!.Value)]))
        {
            yield return fault;
        }

        if (accounts.IsWrong(Assessor, assessment.Office, assessment.Year))
        {
            yield return AccessErrors.UnknownAssessor.At("/assessor");
        }

        for (var index = 0; index < techniques.Count; index++)
        {
            if (accounts.IsWrong(techniques[index].Assessor, assessment.Office, assessment.Year))
            {
                yield return AccessErrors.UnknownAssessor.At($"/techniques/{index}/assessor");
            }
        }
    }

    /// <summary>Applies the assignment; call it only if there were no faults.</summary>
    internal void Apply(Assessment assessment, IReadOnlyDictionary<string, Account> accounts) => assessment.Assign(
        accounts.IdOf(Assessor),
        (Techniques ?? []).ToDictionary(technique => technique.Technique!.Value, technique => accounts.IdOf(technique.Assessor)!.Value));
}
