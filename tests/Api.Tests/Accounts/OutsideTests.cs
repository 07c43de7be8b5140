using System.Text;

namespace Compliance.Api.Tests.Accounts;

/// <summary>A host that trusts two OpenID Connect issuers, each with groups of its own.</summary>
public abstract class OutsideTests(string provider) : AccountTests(provider)
{
    protected OidcIssuer First { get; private set; } = null!;

    protected OidcIssuer Second { get; private set; } = null!;

    protected override async Task<IReadOnlyDictionary<string, string>> Settings()
    {
        First = await OidcIssuer.Shared() ?? Skip();
        Second = await OidcIssuer.Start() ?? Skip();

        return new Dictionary<string, string>
        {
            ["Oidc:Issuers:0:Authority"] = First.Authority.OriginalString,
            ["Oidc:Issuers:0:Audience"] = OidcIssuer.Audience,
            ["Oidc:Issuers:0:RoleClaim"] = "groups",
            ["Oidc:Issuers:0:Roles:0:Value"] = "penilai-riau",
            ["Oidc:Issuers:0:Roles:0:Role"] = "assessor",
            ["Oidc:Issuers:0:Roles:0:Office"] = "14",
            ["Oidc:Issuers:0:Roles:1:Value"] = "pemeriksa",
            ["Oidc:Issuers:0:Roles:1:Role"] = "auditor",
            ["Oidc:Issuers:1:TokenTypes:0"] = "JWT",
            ["Oidc:Issuers:1:TokenTypes:1"] = "at+jwt",
            ["Oidc:Issuers:1:Authority"] = Second.Authority.OriginalString,
            ["Oidc:Issuers:1:Audience"] = OidcIssuer.Audience,
            ["Oidc:Issuers:1:Roles:0:Value"] = "dinas",
            ["Oidc:Issuers:1:Roles:0:Role"] = "officeHead",
            ["Oidc:Issuers:1:Roles:0:Office"] = "11",
        };
    }

    [OneTimeTearDown]
    public void StopIssuer() => Second?.Dispose();

    protected static string NewSubject() => $"orang-{Guid.NewGuid():N}";

    protected static string Pack(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    protected static string Unpack(string part) => Encoding.UTF8.GetString(
        Convert.FromBase64String(part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '=')));

    private static OidcIssuer Skip()
    {
        Assert.Ignore(OidcIssuer.WhyNot ?? "There is no issuer.");

        return null!;
    }
}
