using System.Security.Claims;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Compliance.Api.Callers;

/// <summary>
/// The configured OpenID Connect issuers (<c>Oidc:Issuers</c>). The framework verifies their tokens
/// with the keys that the issuer publishes; which role a claim value grants is configured, too.
/// </summary>
internal sealed class OutsideIssuers(IReadOnlyList<IssuerSettings> issuers)
{
    public const string Scheme = "oidc:";

    /// <summary>A JSON Web Token contains two dots; our own tokens contain none.</summary>
    public bool IsFromOutside(string token) => issuers.Count > 0 && token.Count(sign => sign == '.') == 2;

    /// <summary>Returns the caller if the token of a configured issuer is valid; else null.</summary>
    public static async Task<Caller?> Read(HttpContext http, CallerLookup lookup)
    {
        foreach (var issuer in http.RequestServices.GetRequiredService<OutsideIssuers>().All)
        {
            var result = await http.AuthenticateAsync(Scheme + issuer.Authority);

            if (result is { Succeeded: true, Principal: var principal }
                && principal.FindFirstValue(JwtRegisteredClaimNames.Sub) is { Length: > 0 } subject
                && PlainText.Check(subject, PlainText.NameLength) is null)
            {
                var isVerified = string.Equals(principal.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);

                var person = new ExternalIdentity(
                    principal.FindFirstValue(JwtRegisteredClaimNames.Iss)!, subject, issuer.GrantsOf(principal), issuer.HasSecondFactor(principal))
                {
                    Email = isVerified ? principal.FindFirstValue(JwtRegisteredClaimNames.Email) : null,
                    Name = principal.FindFirstValue(JwtRegisteredClaimNames.Name),
                };

                return await lookup.OfIssuer(person, http.RequestAborted);
            }
        }

        return null;
    }

    private IReadOnlyList<IssuerSettings> All => issuers;
}

/// <summary>One issuer as configured.</summary>
/// <param name="Authority">The address of its discovery document, without <c>/.well-known/openid-configuration</c>.</param>
/// <param name="Audience">The audience that its tokens must contain: this system.</param>
/// <param name="RoleClaim">The claim that contains the groups of a person.</param>
/// <param name="Roles">The grant for each value of that claim.</param>
/// <param name="TokenTypes">
/// Accepted values of the header <c>typ</c> of an access token; by default those of RFC 9068, <c>at+jwt</c> and <c>application/at+jwt</c>. Keycloak, Entra ID and
/// Auth0 send <c>JWT</c> unless configured otherwise. ID tokens are refused with any type (<see cref="IdTokens"/>).
/// </param>
/// <param name="SecondFactorMethods">Values of <c>amr</c> (RFC 8176) that prove a second factor.</param>
internal sealed record IssuerSettings(
    string Authority, string Audience, string RoleClaim, ILookup<string, Grant> Roles, IReadOnlyList<string> SecondFactorMethods, IReadOnlyList<string> TokenTypes)
{
    private static readonly string[] usualTypes = ["at+jwt", "application/at+jwt"];

    private static readonly string[] usualMethods = ["mfa", "otp", "hwk", "swk", "fpt", "face"];

    public static IssuerSettings Of(IConfigurationSection section, bool isDevelopment)
    {
        string Needed(string name) => section[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"{section.Path}:{name} is not set.");

        var authority = Needed("Authority");

        if (!isDevelopment && !authority.StartsWith("https://", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{section.Path}:Authority must be an https address.");
        }

        var roles = section.GetSection("Roles").GetChildren().ToLookup(role => role["Value"] ?? "", GrantOf);
        var methods = section.GetSection("SecondFactorMethods").Get<string[]>();

        return new(authority.TrimEnd('/'), Needed("Audience"), section["RoleClaim"] ?? "groups", roles, methods ?? usualMethods, section.GetSection("TokenTypes").Get<string[]>() ?? usualTypes);
    }

    /// <summary>A media type, so case does not matter (RFC 7515, section 4.1.9).</summary>
    public string Accepts(string? tokenType) => TokenTypes.Contains(tokenType, StringComparer.OrdinalIgnoreCase) ? tokenType!
        : throw new SecurityTokenInvalidTypeException($"The type of the token is '{tokenType}'.");

    public IReadOnlyList<Grant> GrantsOf(ClaimsPrincipal principal) =>
        [.. principal.FindAll(RoleClaim).SelectMany(claim => Roles[claim.Value]).Distinct()];

    public bool HasSecondFactor(ClaimsPrincipal principal) => principal.FindAll("amr").Any(claim => SecondFactorMethods.Contains(claim.Value));

    private static Grant GrantOf(IConfigurationSection section)
    {
        if (string.IsNullOrEmpty(section["Value"]) || !Enum.TryParse<Role>(section["Role"], ignoreCase: true, out var role) || !Enum.IsDefined(role))
        {
            throw new InvalidOperationException($"{section.Path}: Value must name a claim's value and Role one of {string.Join(", ", Enum.GetNames<Role>())}.");
        }

        var grant = new Grant(role, section["Office"], section["Institution"], section.GetValue<int?>("Cycle"));

        return grant.Faults().FirstOrDefault() is { } fault
            ? throw new InvalidOperationException($"{section.Path}{fault.Pointer}: {fault.Error.Message.En}")
            : grant;
    }
}

internal static class OutsideIssuerServices
{
    /// <summary>The clocks of two machines differ, but not by minutes.</summary>
    private static readonly TimeSpan clockSkew = TimeSpan.FromSeconds(30);

    public static void AddOutsideIssuers(this WebApplicationBuilder builder)
    {
        var isDevelopment = builder.Environment.IsDevelopment();
        List<IssuerSettings> issuers = [.. builder.Configuration.GetSection("Oidc:Issuers").GetChildren().Select(section => IssuerSettings.Of(section, isDevelopment))];
        builder.Services.AddSingleton(new OutsideIssuers(issuers));

        if (issuers.Count == 0)
        {
            return;
        }

        // A token with a new key of its issuer waits until the key is fetched; by default it is refused, and the key fetched in the background.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);
        var authentication = builder.Services.AddAuthentication();

        foreach (var issuer in issuers)
        {
            authentication.AddJwtBearer(OutsideIssuers.Scheme + issuer.Authority, options =>
            {
                options.Authority = issuer.Authority;
                options.Audience = issuer.Audience;
                options.RequireHttpsMetadata = !isDevelopment;
                options.MapInboundClaims = false;
                options.RefreshInterval = TimeSpan.FromMinutes(1);
                options.Events = new() { OnTokenValidated = IdTokens.Refuse };
                options.TokenValidationParameters = new()
                {
                    ValidAudience = issuer.Audience,
                    ClockSkew = clockSkew,
                    TypeValidator = (type, _, _) => issuer.Accepts(type),
                    RequireSignedTokens = true,
                    RequireExpirationTime = true,
                    ValidAlgorithms =
                    [
                        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
                        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
                        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
                    ],
                };
            });
        }
    }
}
