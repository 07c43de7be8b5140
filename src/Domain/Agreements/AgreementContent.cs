using Compliance.Domain.Common;

namespace Compliance.Domain.Agreements;

public readonly record struct AgreementId(Guid Value) : IEntityId<AgreementId>
{
    public static AgreementId From(Guid value) => new(value);

    public static bool operator <(AgreementId left, AgreementId right) => left.Value < right.Value;

    public static bool operator >(AgreementId left, AgreementId right) => left.Value > right.Value;
}

/// <summary>The content of an agreement, before and after its signature.</summary>
/// <param name="Number">The number on the Ombudsman's side; those of the other sides are stored with their party.</param>
/// <param name="Parent">The agreement that it is made under: the MoU of a PKS.</param>
/// <param name="Scope">Codes of the managed list of subjects.</param>
/// <param name="ScopeNote">Subjects that are not on the list, in the words of the agreement.</param>
public sealed record AgreementContent(
    AgreementKind Kind,
    string? Number,
    string Title,
    AgreementId? Parent,
    IReadOnlyList<Party> Parties,
    IReadOnlyList<string> Scope,
    string? ScopeNote)
{
    /// <summary>The maximum number of parties, and of scope items.</summary>
    public const int MostOfEach = 50;

    /// <summary>The normalised number, by which numbers of one side are compared.</summary>
    public string? NumberKey => Party.KeyOf(Number);

    public bool SaysTheSameAs(AgreementContent other) =>
        (Kind, Number, Title, Parent, ScopeNote) == (other.Kind, other.Number, other.Title, other.Parent, other.ScopeNote)
        && Ordered(Parties).SequenceEqual(Ordered(other.Parties))
        && Scope.SequenceEqual(other.Scope);

    internal static IEnumerable<Party> Ordered(IEnumerable<Party> parties) => parties.OrderBy(party => party.Side, StringComparer.Ordinal);
}
