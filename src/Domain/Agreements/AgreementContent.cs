using Compliance.Domain.Common;

namespace Compliance.Domain.Agreements;

public readonly record struct AgreementId(Guid Value) : IEntityId<AgreementId>
{
    public static AgreementId From(Guid value) => new(value);

    public static bool operator <(AgreementId left, AgreementId right) => left.Value < right.Value;

    public static bool operator >(AgreementId left, AgreementId right) => left.Value > right.Value;
}

/// <summary>What an agreement says, signed or not.</summary>
/// <param name="Number">On the Ombudsman's side; the other sides keep theirs with their party.</param>
/// <param name="Parent">The agreement that it is made under: a MoU above a PKS.</param>
/// <param name="Scope">Codes of the managed list of what agreements are about.</param>
/// <param name="ScopeNote">What the list does not say, in the words of the agreement.</param>
public sealed record AgreementContent(
    AgreementKind Kind,
    string? Number,
    string Title,
    AgreementId? Parent,
    IReadOnlyList<Party> Parties,
    IReadOnlyList<string> Scope,
    string? ScopeNote)
{
    /// <summary>So many parties, and items of the scope; more are more than one agreement.</summary>
    public const int MostOfEach = 50;

    /// <summary>What numbers of one side are compared by.</summary>
    public string? NumberKey => Party.KeyOf(Number);

    public bool SaysTheSameAs(AgreementContent other) =>
        (Kind, Number, Title, Parent, ScopeNote) == (other.Kind, other.Number, other.Title, other.Parent, other.ScopeNote)
        && Ordered(Parties).SequenceEqual(Ordered(other.Parties))
        && Scope.SequenceEqual(other.Scope);

    internal static IEnumerable<Party> Ordered(IEnumerable<Party> parties) => parties.OrderBy(party => party.Side, StringComparer.Ordinal);
}
