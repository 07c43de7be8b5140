using System.Security.Cryptography;
using Compliance.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Compliance.Infrastructure.Identity;

/// <summary>Identity's store on our context. It leaves the saving to the use case, whose transaction holds the audit.</summary>
internal sealed class CredentialStore : UserOnlyStore<Credential, ComplianceDbContext, Guid>
{
    private const int StampLength = 32;

    public CredentialStore(ComplianceDbContext context)
        : base(context) => AutoSaveChanges = false;

    /// <summary>
    /// What is tracked saves itself. Identity's own update would attach it anew, after which neither the audit nor
    /// the check for concurrent changes knew what was there before.
    /// </summary>
    public override Task<IdentityResult> UpdateAsync(Credential user, CancellationToken cancellationToken = default)
    {
        user.ConcurrencyStamp = RandomNumberGenerator.GetHexString(StampLength, lowercase: true);

        return Task.FromResult(IdentityResult.Success);
    }
}
