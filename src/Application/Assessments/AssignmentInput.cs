using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Assessments;

/// <summary>Who assesses a unit, as clients write it.</summary>
/// <param name="Assessor">The e-mail address of whom the whole unit is assigned to; null: of nobody.</param>
/// <param name="Techniques">Who has single techniques beside; none where it is absent.</param>
public sealed record AssignmentInput(string? Assessor, IReadOnlyList<TechniqueInput>? Techniques)
{
    internal IEnumerable<string?> Addresses => (Techniques ?? []).Select(technique => technique.Assessor).Prepend(Assessor);

    /// <summary>What is wrong with it for an assessment of an office.</summary>
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

    /// <summary>Assigns; only where nothing was found wrong.</summary>
    internal void Apply(Assessment assessment, IReadOnlyDictionary<string, Account> accounts) => assessment.Assign(
        accounts.IdOf(Assessor),
        (Techniques ?? []).ToDictionary(technique => technique.Technique!.Value, technique => accounts.IdOf(technique.Assessor)!.Value));
}
