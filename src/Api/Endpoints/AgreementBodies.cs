using Compliance.Application.Agreements;
using Compliance.Domain.Agreements;

namespace Compliance.Api.Endpoints;

internal sealed record AgreementBody(
    Guid? Id,
    AgreementKind? Kind,
    string? Number,
    string? Title,
    Guid? Parent,
    IReadOnlyList<PartyInput>? Parties,
    IReadOnlyList<string>? Scope,
    string? ScopeNote,
    DateOnly? SignedOn,
    DateOnly? EffectiveFrom,
    DateOnly? EffectiveTo,
    bool? ConfirmOverlap)
{
    internal AgreementInput Agreement => new(Kind, Number, Title, Parent, Parties, Scope, ScopeNote);

    internal SignatureInput Signature => new(SignedOn, EffectiveFrom, EffectiveTo, ConfirmOverlap);
}

/// <param name="Parent">That of the agreement that is extended, unless another is named.</param>
/// <param name="Parties">Those of the agreement that is extended, unless others are named.</param>
internal sealed record ExtensionBody(
    Guid? Id,
    string? Number,
    string? Title,
    Guid? Parent,
    IReadOnlyList<PartyInput>? Parties,
    IReadOnlyList<string>? Scope,
    string? ScopeNote,
    DateOnly? SignedOn,
    DateOnly? EffectiveFrom,
    DateOnly? EffectiveTo,
    bool? ConfirmOverlap)
{
    internal AgreementInput Agreement => new(null, Number, Title, Parent, Parties, Scope, ScopeNote);

    internal SignatureInput Signature => new(SignedOn, EffectiveFrom, EffectiveTo, ConfirmOverlap);
}

internal sealed record StepBody(DateOnly? On);

internal sealed record TerminationBody(DateOnly? On, string? Reason);

/// <summary>The fields of a document, for the documentation: either a file or a link.</summary>
/// <param name="Link">An absolute http or https address.</param>
/// <param name="Replaces">The id of the document whose place it takes.</param>
internal sealed record AgreementDocumentForm(IFormFile? File, string? Link, AgreementDocumentKind Kind, string Title, Guid? Id, Guid? Replaces);
