using System.Globalization;
using Compliance.Api.Requests;
using Compliance.Application;
using Compliance.Application.Evidence;
using Compliance.Application.Reminders;
using Compliance.Domain.Agreements;
using Compliance.Infrastructure;
using Compliance.Infrastructure.Audit;
using Compliance.Infrastructure.Hosting;
using Compliance.Infrastructure.Identity;
using Compliance.Infrastructure.Reminders;
using Microsoft.AspNetCore.HttpOverrides;

namespace Compliance.Api;

/// <summary>What the environment configures before the program starts (contract section 8).</summary>
internal static class Hosting
{
    private const int DevelopmentPort = 5080;
    private const int LongestExpiry = 3660;

    private static readonly TimeSpan headersPatience = TimeSpan.FromSeconds(15);

    /// <summary><c>--urls</c> and the equivalent settings come first; then <c>PORT</c>; then, in Development, a fixed loopback port.</summary>
    public static void ListenWhereTold(this WebApplicationBuilder builder)
    {
        var isDevelopment = builder.Environment.IsDevelopment();

        if (builder.Configuration["urls"] is not null)
        {
            return;
        }

        if (builder.Configuration["PORT"] is { Length: > 0 } port)
        {
            if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw new InvalidOperationException($"PORT is '{port}'; it must be a port number.");
            }

            builder.WebHost.UseUrls(isDevelopment ? $"http://127.0.0.1:{number}" : $"http://*:{number}");
        }
        else if (isDevelopment)
        {
            builder.WebHost.UseUrls($"http://127.0.0.1:{DevelopmentPort}");
        }
    }

    public static void LimitRequests(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = JsonBodies.UsualBytes;
        kestrel.Limits.RequestHeadersTimeout = headersPatience;
    });

    /// <summary>Registers the use cases with the configured database.</summary>
    public static void AddProduct(this IHostApplicationBuilder builder)
    {
        var storage = builder.ReadStorageSettings();
        builder.Services.AddSingleton<TimeProvider>(new MicrosecondClock());
        builder.Services.AddApplication(
            new(storage.Demo, builder.Configuration["PublicUrl"]), builder.Configuration["AutoMapper:LicenseKey"], builder.ReadAgreementTerms());
        var audit = builder.ReadAuditSettings(storage);
        builder.Services.AddInfrastructure(
            storage, audit, builder.ReadProtectionSettings(audit), builder.ReadEvidenceSettings(), builder.ReadReminderSettings(), builder.ReadSmtpSettings());
    }

    /// <summary>Behind configured proxies, the client address and scheme are those that the proxy forwards.</summary>
    public static void UseProxies(this WebApplication app)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();

        foreach (var proxy in app.Configuration.GetSection("Proxies").Get<string[]>() ?? [])
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.TryParse(proxy, out var network) ? network
                : throw new InvalidOperationException($"Proxies: '{proxy}' is no network such as 10.0.0.0/8 or 10.0.0.7/32."));
        }

        if (options.KnownIPNetworks.Count > 0)
        {
            app.UseForwardedHeaders(options);
        }
    }

    private static AuditSettings ReadAuditSettings(this IHostApplicationBuilder builder, StorageSettings storage)
    {
        var configuration = builder.Configuration;

        return AuditSettings.Of(
            configuration["Audit:Key"],
            configuration["Audit:KeyFile"],
            configuration.GetSection("Audit:RetiredKeyFiles").Get<string[]>() ?? [],
            builder.Environment.IsDevelopment(),
            storage.DataPath,
            TimeSpan.FromSeconds(configuration.GetValue("Audit:SealSeconds", 60.0)));
    }

    private static ProtectionSettings ReadProtectionSettings(this IHostApplicationBuilder builder, AuditSettings audit)
    {
        var configuration = builder.Configuration;

        return ProtectionSettings.Of(
            configuration["Protection:Key"],
            configuration["Protection:KeyFile"],
            configuration.GetSection("Protection:RetiredKeyFiles").Get<string[]>() ?? [],
            audit,
            builder.Environment.IsDevelopment());
    }

    private static EvidenceSettings ReadEvidenceSettings(this IHostApplicationBuilder builder)
    {
        var configuration = builder.Configuration.GetSection("Evidence");

        return EvidenceSettings.Of(
            configuration.GetValue<long?>("MaxBytes"),
            configuration.GetValue<double?>("UploadDays"),
            configuration["ClamAv"],
            configuration.GetValue<double?>("ClamAvSeconds"),
            configuration.GetValue<double?>("SweepSeconds")) with
        {
            Quotas = configuration.ReadEvidenceQuotas(),
        };
    }

    private static EvidenceQuotas ReadEvidenceQuotas(this IConfigurationSection configuration)
    {
        var usual = new EvidenceQuotas();

        return new(
            Read(configuration.GetValue<long?>("AssessmentBytes"), usual.AssessmentBytes, "AssessmentBytes"),
            Read(configuration.GetValue<long?>("AssessmentPieces"), usual.AssessmentPieces, "AssessmentPieces"),
            Read(configuration.GetValue<long?>("AgreementBytes"), usual.AgreementBytes, "AgreementBytes"),
            Read(configuration.GetValue<long?>("AgreementPieces"), usual.AgreementPieces, "AgreementPieces"),
            Read(configuration.GetValue<long?>("AccountBytes"), usual.AccountBytes, "AccountBytes"),
            Read(configuration.GetValue<long?>("AccountPieces"), usual.AccountPieces, "AccountPieces"),
            Read(configuration.GetValue<long?>("AccountUploads"), usual.AccountUploads, "AccountUploads"));

        static long Read(long? given, long usual, string name) => (given ?? usual) is > 0 and { } most ? most
            : throw new InvalidOperationException($"Evidence:{name} is {given}; it must be more than 0.");
    }

    private static AgreementTerms ReadAgreementTerms(this IHostApplicationBuilder builder)
    {
        var configuration = builder.Configuration.GetSection("Agreements");
        var usual = new AgreementTerms();
        var terms = new AgreementTerms(
            configuration.GetValue("ExpiringDays", usual.ExpiringDays), configuration.GetValue("PksMayOutliveMou", usual.PksMayOutliveMou));

        return terms.ExpiringDays is >= 0 and <= LongestExpiry ? terms
            : throw new InvalidOperationException($"Agreements:ExpiringDays is {terms.ExpiringDays}; it must be 0 to {LongestExpiry}.");
    }

    private static ReminderSettings ReadReminderSettings(this IHostApplicationBuilder builder)
    {
        var configuration = builder.Configuration.GetSection("Reminders");

        return ReminderSettings.Of(
            name => configuration[name], configuration.GetValue<double?>("EverySeconds"), configuration.GetValue<double?>("SendEverySeconds"));
    }

    private static SmtpSettings? ReadSmtpSettings(this IHostApplicationBuilder builder)
    {
        var configuration = builder.Configuration.GetSection("Smtp");

        return SmtpSettings.Of(
            configuration["Host"],
            configuration.GetValue<int?>("Port"),
            configuration["User"],
            configuration["Password"],
            configuration["From"],
            configuration.GetValue<bool?>("UseTls"));
    }

    private static StorageSettings ReadStorageSettings(this IHostApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var isDevelopment = builder.Environment.IsDevelopment();

        return StorageSettings.Of(
            configuration["Database:Provider"],
            configuration["ConnectionStrings:Compliance"],
            Path.GetFullPath(configuration["Data:Path"] ?? "./data-local", builder.Environment.ContentRootPath),
            Path.Combine(AppContext.BaseDirectory, "data"),
            configuration.GetValue("Demo:Enabled", isDevelopment),
            isDevelopment,
            TimeSpan.FromSeconds(configuration.GetValue("Publications:PollSeconds", 1.0))) with
        {
            ReserveBytes = configuration.GetValue("Data:ReserveBytes", StorageSettings.UsualReserve) is >= 0 and { } reserve ? reserve
                : throw new InvalidOperationException("Data:ReserveBytes must not be negative."),
        };
    }
}
