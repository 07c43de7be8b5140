using System.Security.Cryptography;
using Compliance.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Compliance.Infrastructure.Identity;

/// <summary>Identity's user store on this database context. The use case saves, in one transaction with its audit entries.</summary>
internal sealed class CredentialStore : UserOnlyStore<Credential, ComplianceDbContext, Guid>
{
    private const int StampLength = 32;

    public CredentialStore(ComplianceDbContext context)
        : base(context) => AutoSaveChanges = false;

    /// <summary>
    /// A tracked entity needs no update. Identity's own method would attach it again, which loses the original values that the audit and the
    /// concurrency check need.
    /// </summary>
    public override Task<IdentityResult> UpdateAsync(Credential user, CancellationToken cancellationToken = default)
    {
        user.ConcurrencyStamp = RandomNumberGenerator.GetHexString(StampLength, lowercase: true);

        return Task.FromResult(IdentityResult.Success);
    }
}
