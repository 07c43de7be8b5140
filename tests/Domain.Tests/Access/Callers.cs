using Compliance.Domain.Access;

namespace Compliance.Domain.Tests.Access;

/// <summary>People as they act: for an office of the Ombudsman, or as one of an institution's own.</summary>
internal static class Callers
{
    public static Caller OfOffice(this AccountId account, string office = "14") => With(account, new Grant(Role.OfficeHead, office));

    public static Caller OfInstitution(this AccountId account, string code = "14.04") => With(account, new Grant(Role.Liaison, Institution: code));

    private static Caller With(AccountId account, Grant grant) => new(CallerKind.Account, account.Value, null, null, [grant], [], []);
}
