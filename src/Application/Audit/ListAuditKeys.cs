using Compliance.Application.Access;

namespace Compliance.Application.Audit;

/// <summary>Lists the public keys that verify the seals, newest first.</summary>
[ForEveryone]
public sealed record ListAuditKeys : IRequest<Page<AuditKeyLine>>;

/// <param name="Pem">SubjectPublicKeyInfo of an ECDSA key on P-256.</param>
/// <param name="Current">Whether it signs new seals; the others only verify.</param>
public sealed record AuditKeyLine(string KeyId, string Pem, bool Current);

internal sealed class ListAuditKeysHandler(AuditKeys keys) : IRequestHandler<ListAuditKeys, Page<AuditKeyLine>>
{
    public Task<Page<AuditKeyLine>> Handle(ListAuditKeys request, CancellationToken cancellationToken) => Task.FromResult(new Page<AuditKeyLine>(
        [.. keys.Trusted.Select(key => new AuditKeyLine(key.KeyId, key.ToPublicPem(), key == keys.Current))], null, new()));
}
