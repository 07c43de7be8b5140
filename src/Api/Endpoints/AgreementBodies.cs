using System.ComponentModel.DataAnnotations;
using Compliance.Application.Agreements;
using Compliance.Domain.Agreements;

namespace Compliance.Api.Endpoints;

internal sealed record AgreementBody : ExtensionBody
{
    public AgreementKind? Kind { get; init; }

    internal override AgreementInput Agreement => base.Agreement with { Kind = Kind };
}

/// <summary>The kind is that of the extended agreement.</summary>
internal record ExtensionBody
{
    public Guid? Id { get; init; }

    public string? Number { get; init; }

    public string? Title { get; init; }

    /// <summary>The umbrella MoU of a PKS. Of an extension, that of the extended agreement if left out.</summary>
    public Guid? Parent { get; init; }

    /// <summary>Of an extension, those of the extended agreement if left out.</summary>
    [MaxLength(AgreementContent.MostOfEach)]
    public IReadOnlyList<PartyInput>? Parties { get; init; }

    [MaxLength(AgreementContent.MostOfEach)]
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

/// <summary>The fields of a document: exactly one of file and link, and its description.</summary>
/// <param name="Link">An absolute http or https address.</param>
/// <param name="Replaces">The id of the document that it replaces.</param>
internal sealed record AgreementDocumentForm(IFormFile? File, string? Link, AgreementDocumentKind Kind, string Title, Guid? Id, Guid? Replaces);
