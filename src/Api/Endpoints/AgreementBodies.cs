using Compliance.Application.Agreements;
using Compliance.Domain.Agreements;

namespace Compliance.Api.Endpoints;

internal sealed record AgreementBody : ExtensionBody
{
    public AgreementKind? Kind { get; init; }

    internal override AgreementInput Agreement => base.Agreement with { Kind = Kind };
}

/// <summary>Its kind is that of the agreement that is extended.</summary>
internal record ExtensionBody
{
    public Guid? Id { get; init; }

    public string? Number { get; init; }

    public string? Title { get; init; }

    /// <summary>The MoU above a PKS. Where an agreement is extended, that of this one unless another is named.</summary>
    public Guid? Parent { get; init; }

    /// <summary>Where an agreement is extended, those of this one unless others are named.</summary>
    public IReadOnlyList<PartyInput>? Parties { get; init; }

    public IReadOnlyList<string>? Scope { get; init; }

    public string? ScopeNote { get; init; }

    public DateOnly? SignedOn { get; init; }

    public DateOnly? EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; init; }

    public bool? ConfirmOverlap { get; init; }

    internal virtual AgreementInput Agreement => new(null, Number, Title, Parent, Parties, Scope, ScopeNote);

    internal SignatureInput Signature => new(SignedOn, EffectiveFrom, EffectiveTo, ConfirmOverlap);
}

internal sealed record StepBody(DateOnly? On);

internal sealed record TerminationBody(DateOnly? On, string? Reason);

/// <summary>The fields of a document. Either a file or a link is given.</summary>
/// <param name="Link">An absolute http or https address.</param>
/// <param name="Replaces">The id of the document whose place it takes.</param>
internal sealed record AgreementDocumentForm(IFormFile? File, string? Link, AgreementDocumentKind Kind, string Title, Guid? Id, Guid? Replaces);
