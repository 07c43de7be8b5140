using Compliance.Domain.Access;
using Compliance.Domain.Common;

namespace Compliance.Domain.Agreements;

public readonly record struct AgreementDocumentId(Guid Value) : IEntityId<AgreementDocumentId>
{
    public static AgreementDocumentId From(Guid value) => new(value);

    public static bool operator <(AgreementDocumentId left, AgreementDocumentId right) => left.Value < right.Value;

    public static bool operator >(AgreementDocumentId left, AgreementDocumentId right) => left.Value > right.Value;
}

public enum AgreementDocumentKind
{
    /// <summary>Naskah.</summary>
    Text,

    /// <summary>Lampiran.</summary>
    Annex,

    /// <summary>Notulen.</summary>
    Minutes,

    /// <summary>Bukti pelaksanaan.</summary>
    Proof,
}

/// <summary>A document as it is submitted: a file, identified by its content, or a link.</summary>
public sealed record DocumentOffer(AgreementDocumentKind Kind, string Title, string? Sha256, string? FileName, string? Link, AgreementDocumentId? Replaces);

/// <summary>A document of an agreement. It is never deleted: a newer one replaces it, and the replaced one stays readable.</summary>
public sealed class AgreementDocument
{
    private AgreementDocument()
    {
    }

    public AgreementDocumentId Id { get; private init; }

    public AgreementId AgreementId { get; private init; }

    public AgreementDocumentKind Kind { get; private init; }

    public string Title { get; private init; } = "";

    /// <summary>SHA-256 of the file's content; null for a link.</summary>
    public string? Sha256 { get; private init; }

    public string? FileName { get; private init; }

    public string? Link { get; private init; }

    /// <summary>The document that it replaces.</summary>
    public AgreementDocumentId? Replaces { get; private init; }

    public AgreementDocumentId? ReplacedBy { get; private set; }

    public AccountId AddedBy { get; private init; }

    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>Increased by one when the document is replaced.</summary>
    public int Version { get; private set; } = 1;

    public static AgreementDocument Add(
        AgreementDocumentId id, AgreementId agreement, DocumentOffer offer, AgreementDocument? replaced, AccountId by, DateTimeOffset now)
    {
        Rule.Require(replaced?.ReplacedBy is null, AgreementErrors.DocumentReplaced);

        if (replaced is not null)
        {
            replaced.ReplacedBy = id;
            replaced.Version++;
        }

        return new()
        {
            Id = id,
            AgreementId = agreement,
            Kind = offer.Kind,
            Title = offer.Title,
            Sha256 = offer.Sha256,
            FileName = offer.FileName,
            Link = offer.Link,
            Replaces = offer.Replaces,
            AddedBy = by,
            AddedAt = now,
        };
    }

    /// <summary>Whether it has the same content, so that a repeated request is recognised.</summary>
    public bool SaysTheSameAs(AgreementId agreement, DocumentOffer offer) =>
        AgreementId == agreement && new DocumentOffer(Kind, Title, Sha256, FileName, Link, Replaces) == offer;
}
