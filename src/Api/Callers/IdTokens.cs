using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Compliance.Api.Callers;

/// <summary>
/// ID tokens tell a client who signed in; they give no access (RFC 9068, section 5). An issuer may give them the same audience and the same
/// <c>typ</c> as its access tokens, so they are recognised by the claims that only they have (OpenID Connect Core 1.0, sections 2 and 3.3.2.11), and
/// those of Keycloak by its claim <c>typ</c>.
/// </summary>
internal static class IdTokens
{
    private const string KeycloakType = "typ";
    private const string KeycloakIdToken = "ID";

    private static readonly string[] claimsOfIdTokens =
        [JwtRegisteredClaimNames.Nonce, JwtRegisteredClaimNames.AtHash, JwtRegisteredClaimNames.CHash, "s_hash"];

    public static Task Refuse(TokenValidatedContext context)
    {
        if (context.Principal!.Claims.Any(claim => claimsOfIdTokens.Contains(claim.Type) || (claim.Type == KeycloakType && claim.Value == KeycloakIdToken)))
        {
            context.Fail("This is an ID token.");
        }

        return Task.CompletedTask;
    }
}
