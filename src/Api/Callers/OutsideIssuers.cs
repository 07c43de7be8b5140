using System.Security.Claims;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Compliance.Api.Callers;

/// <summary>
/// OpenID Connect issuers that the configuration names (<c>Oidc:Issuers</c>). Their tokens are verified by the
/// framework against the keys that the issuer publishes; which role a claim stands for is configured, too.
/// </summary>
internal sealed class OutsideIssuers(IReadOnlyList<IssuerSettings> issuers)
{
    public const string Scheme = "oidc:";

    /// <summary>A JSON Web Token has two dots; ours have none.</summary>
    public bool IsFromOutside(string token) => issuers.Count > 0 && token.Count(sign => sign == '.') == 2;

    /// <summary>The caller for whom one of the issuers vouches, or nobody.</summary>
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
/// <param name="Authority">Where its discovery document is, without <c>/.well-known/openid-configuration</c>.</param>
/// <param name="Audience">What its tokens must name as their audience: this system.</param>
/// <param name="RoleClaim">The claim that says which groups somebody is in.</param>
/// <param name="Roles">What each value of that claim stands for.</param>
/// <param name="TokenTypes">
/// Values of the header <c>typ</c> that an access token may have; RFC 9068's <c>at+jwt</c> by default, so that an ID token opens nothing.
/// </param>
/// <param name="SecondFactorMethods">Values of <c>amr</c> (RFC 8176) that tell of a second factor.</param>
internal sealed record IssuerSettings(
    string Authority, string Audience, string RoleClaim, ILookup<string, Grant> Roles, IReadOnlyList<string> SecondFactorMethods, IReadOnlyList<string> TokenTypes)
{
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

        return new(authority.TrimEnd('/'), Needed("Audience"), section["RoleClaim"] ?? "groups", roles, methods ?? usualMethods, section.GetSection("TokenTypes").Get<string[]>() ?? ["at+jwt"]);
    }

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
    /// <summary>Clocks of two machines differ, but not by minutes.</summary>
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

        // The first token with a new key of its issuer waits for the key, instead of being refused while the key is fetched behind it.
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
                options.TokenValidationParameters = new()
                {
                    ValidAudience = issuer.Audience,
                    ClockSkew = clockSkew,
                    ValidTypes = issuer.TokenTypes,
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
