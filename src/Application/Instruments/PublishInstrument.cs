using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Instruments;

/// <summary>Publishes an instrument, irrevocably. The same content again changes nothing; different content is refused.</summary>
[Needs(Permission.PublishInstruments)]
public sealed record PublishInstrument(InstrumentDocument Document) : IRequest<InstrumentPublished>, IRepeatable;

public sealed record InstrumentPublished(string Code, int Version, string Sha256, bool IsNew);

internal sealed class PublishInstrumentHandler(IComplianceDb db, TimeProvider clock) : IRequestHandler<PublishInstrument, InstrumentPublished>
{
    public async Task<InstrumentPublished> Handle(PublishInstrument request, CancellationToken cancellationToken)
    {
        var document = request.Document;
        document.ToInstrument();
        var content = document.Canonical();
        var sha256 = InstrumentDocument.HashOf(content);
        var existing = await db.Instruments.SingleOrDefaultAsync(each => each.Code == document.Code, cancellationToken);

        if (existing is not null)
        {
            Rule.Require(existing.Sha256 == sha256, InstrumentErrors.OtherContent(existing.Sha256, sha256));

            return new(existing.Code, existing.Version, sha256, IsNew: false);
        }

        db.Instruments.Add(new(document.Code, document.Version, content, sha256, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);

        return new(document.Code, document.Version, sha256, IsNew: true);
    }
}
