using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Seeding;

/// <summary>
/// One account for each role, with a publicly known password and without a second factor. They work in
/// Development only, even if a database that contains them is opened elsewhere.
/// </summary>
internal sealed class DemoAccounts(ComplianceDbContext db, ICredentials credentials, RequestContext context, TimeProvider clock)
{
    public const string Password = "Kepatuhan-Demo-2023";
    public const string Assessor = "assessor.riau@demo.example";

    private const string Riau = "14";

    private static readonly (string Email, string Name, Grant Grant)[] all =
    [
        ("admin@demo.example", "Demo Administrator", new(Role.Administrator)),
        ("method@demo.example", "Demo Method Owner", new(Role.MethodOwner)),
        ("verifier@demo.example", "Demo Verifier", new(Role.Verifier)),
        ("auditor@demo.example", "Demo Auditor", new(Role.Auditor)),
        ("head.riau@demo.example", "Demo Head Riau", new(Role.OfficeHead, Riau)),
        (Assessor, "Demo Assessor Riau", new(Role.Assessor, Riau)),
        ("assessor2.riau@demo.example", "Demo Assessor 2 Riau", new(Role.Assessor, Riau)),
        ("liaison.14.04@demo.example", "Demo Liaison Indragiri Hilir", new(Role.Liaison, Institution: "14.04")),
        ("liaison.14.01@demo.example", "Demo Liaison Kampar", new(Role.Liaison, Institution: "14.01")),
    ];

    public async Task Load(CancellationToken cancellationToken)
    {
        context.Begin("loadDemoAccounts", null);
        var there = await db.Accounts.Where(account => account.IsDemo).Select(account => account.EmailKey).ToListAsync(cancellationToken);

        var accounts = all.Where(demo => !there.Contains(demo.Email))
            .Select(demo => Account.Invite(
                EntityId.New<AccountId>(clock.GetUtcNow()), demo.Email, demo.Name, [demo.Grant], clock.GetUtcNow(), isDemo: true))
            .ToList();
        db.Accounts.AddRange(accounts);

        foreach (var account in accounts)
        {
            await credentials.Invite(account.Id, InvitationOf(account));
        }

        await db.SaveChangesAsync(cancellationToken);

        foreach (var account in accounts)
        {
            await credentials.Accept(account.Id, InvitationOf(account), Password);
            account.Activate();
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static string InvitationOf(Account account) => Digest.Of(account.EmailKey!);
}
