using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>How one unit of the sampling frame is to be observed: how many subjects, which products, and where.</summary>
/// <param name="Products">The products observed as product:1, product:2 …; fewer than planned if the unit has registered fewer.</param>
/// <param name="AssessedAt">The region where it is assessed, if that is not the unit's own.</param>
public sealed record LocusPlan(PlannedSubjects Subjects, IReadOnlyList<ServiceProductId> Products, string? AssessedAt, string? AssessedAtNote)
{
    /// <summary>The plan that the instrument declares, without specific products.</summary>
    public static LocusPlan Of(Instrument instrument) => new(PlannedSubjects.Of(instrument), [], null, null);

    /// <summary>The product that a subject stands for; null if only its number is planned.</summary>
    public ServiceProductId? ProductOf(Subject subject) =>
        subject.Kind == SubjectKind.Product && subject.Number <= Products.Count ? Products[subject.Number - 1] : null;

    public bool SaysTheSameAs(LocusPlan other) =>
        (Subjects, AssessedAt, AssessedAtNote) == (other.Subjects, other.AssessedAt, other.AssessedAtNote) && Products.SequenceEqual(other.Products);

    /// <summary>Returns the faults of a choice of products: one that the unit does not offer, one that is named twice, or more than are planned.</summary>
    public static IEnumerable<Fault> ProductFaults(
        IReadOnlyList<ServiceProductId> products, IReadOnlyCollection<ServiceProductId> offered, PlannedSubjects subjects)
    {
        for (var index = 0; index < products.Count; index++)
        {
            if (!offered.Contains(products[index]))
            {
                yield return RegistryErrors.UnknownProduct(products[index].Value).At($"/products/{index}");
            }
            else if (products.Take(index).Contains(products[index]))
            {
                yield return AssessmentErrors.ProductTwice.At($"/products/{index}");
            }
            else if (index >= subjects.Products)
            {
                yield return PlannedSubjectsErrors.TooMany(subjects.Products).At($"/products/{index}");
            }
        }
    }

    /// <summary>Returns the answered subjects that another plan would remove, or assign to a product other than the observed one.</summary>
    internal IEnumerable<Fault> LostIn(LocusPlan other, IReadOnlyCollection<Subject> answered)
    {
        foreach (var (kind, member) in SubjectMembers)
        {
            if (answered.Any(subject => subject.Kind == kind && subject.Number > other.Subjects.Of(kind)))
            {
                yield return AssessmentErrors.SubjectAnswered.At($"/subjects/{member}");
            }
        }

        foreach (var subject in answered.Distinct().OrderBy(subject => subject.Number))
        {
            if (subject.Number <= other.Subjects.Of(subject.Kind) && ProductOf(subject) is { } product && other.ProductOf(subject) != product)
            {
                yield return AssessmentErrors.SubjectAnswered.At($"/products/{subject.Number - 1}");
            }
        }
    }

    private static readonly (SubjectKind Kind, string Member)[] SubjectMembers =
    [
        (SubjectKind.Product, "products"), (SubjectKind.Respondent, "respondents"), (SubjectKind.Official, "officials"),
    ];
}
