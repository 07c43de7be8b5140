using Compliance.Application.Access;
using Compliance.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Compliance.Infrastructure.Identity;

internal static class IdentityServices
{
    /// <summary>PBKDF2 with HMAC-SHA-512; the iteration count that OWASP recommends (Password Storage Cheat Sheet, 2023).</summary>
    public const int PasswordRounds = 210_000;

    private const int FailuresBeforeLockout = 5;

    private static readonly TimeSpan lockout = TimeSpan.FromMinutes(15);

    public static void AddIdentity(this IServiceCollection services, ProtectionSettings settings)
    {
        services.AddDataProtection().SetApplicationName("compliance");

        // It would read keys from the database at startup, before the database exists.
        services.Remove(services.Single(service =>
            service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(DataProtectionServiceCollectionExtensions).Assembly));
        services.AddSingleton<IXmlRepository, ProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => (options.XmlRepository, options.XmlEncryptor) = (provider.GetRequiredService<IXmlRepository>(), new KeyEncryptor(provider.GetRequiredService<ProtectionSecrets>()))));
        services.AddSingleton(provider =>
        {
            using var scope = provider.CreateScope();

            return settings.Load(() => StoredKeys.AreEncrypted(scope.ServiceProvider.GetRequiredService<ComplianceDbContext>()));
        });
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
        services.AddSingleton<DummyPasswordHash>();
        services.AddIdentityCore<Credential>(options =>
        {
            options.Lockout.MaxFailedAccessAttempts = FailuresBeforeLockout;
            options.Lockout.DefaultLockoutTimeSpan = lockout;

            // Passwords are checked by PasswordRules (NIST SP 800-63B), which have no composition rules.
            options.Password = new()
            {
                RequiredLength = 1,
                RequiredUniqueChars = 0,
                RequireDigit = false,
                RequireLowercase = false,
                RequireNonAlphanumeric = false,
                RequireUppercase = false,
            };
        });

        // It would read the credential that another request has just stored for the same account, which cannot be tracked beside the new one. Names
        // are ids, and the key of the table keeps them unique.
        services.RemoveAll<IUserValidator<Credential>>();
        services.AddScoped<IUserStore<Credential>, CredentialStore>();
        services.AddScoped<ICredentials, Credentials>();
        services.AddSingleton<ITokens, Tokens>();
    }
}
