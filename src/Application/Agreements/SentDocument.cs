using Compliance.Application.Evidence;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Agreements;

/// <summary>A document as a client sent it: either a file or a link.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
/// <param name="MediaType">The media type that the client declared.</param>
public sealed record SentDocument(
    Guid? Id, AgreementDocumentKind Kind, string Title, IncomingFile? File, string? FileName, string? MediaType, string? Link, Guid? Replaces) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => File?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal DocumentOffer ToOffer() => new(
        Kind, Title, File?.Sha256, FileName, Link, Replaces is { } replaced ? AgreementDocumentId.From(replaced) : null);
}
