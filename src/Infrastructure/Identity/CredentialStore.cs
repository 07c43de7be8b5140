using Compliance.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Compliance.Infrastructure.Identity;

/// <summary>Identity's store on our context. It leaves the saving to the use case, whose transaction holds the audit.</summary>
internal sealed class CredentialStore : UserOnlyStore<Credential, ComplianceDbContext, Guid>
{
    public CredentialStore(ComplianceDbContext context)
        : base(context) => AutoSaveChanges = false;
}
