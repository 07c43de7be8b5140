using System.Globalization;
using Compliance.Application.Access;
using Compliance.Application.Common;
using Compliance.Application.Reminders;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Api.Tests.Reminders;

/// <summary>What tests of reminders do again and again. The corrective action of <see cref="FollowingUp.Demand"/> is due on 31 March 2024.</summary>
internal static class Reminding
{
    public const string Notifications = "/api/v1/notifications";
    public const string Outbox = "/api/v1/outbox";
    public const string Contacts = $"{FollowingUp.Institution}/contacts";

    public static readonly object[] Posts =
    [
        new { post = "personInCharge", title = "Kepala DPMPTSP", email = "dpmptsp@inhil.example" },
        new { post = "headOfAgency", title = "Bupati", email = "bupati@inhil.example", language = "english" },
    ];

    /// <summary>Noon of Riau.</summary>
    public static void BeginDay(this ApiHost host, string day) =>
        host.Clock.Set(new(DateOnly.Parse(day, CultureInfo.InvariantCulture).ToDateTime(new(5, 0)), TimeSpan.Zero));

    /// <summary>What the program does by itself: how many reminders it recorded.</summary>
    public static Task<int> Remind(this ApiHost host) => host.Run(new RemindDue());

    /// <returns>How many messages were sent.</returns>
    public static Task<int> SendWhatWaits(this ApiHost host) => host.Run(new SendDue());

    public static async Task<IReadOnlyList<JsonElement>> NotificationsOf(this ApiHost host, string caller, string query = "") =>
        [.. (await host.SendAs(caller, HttpMethod.Get, $"{Notifications}{query}")).Ok().Items()];

    public static async Task GivenContacts(this ApiHost host, string contacts = Contacts, string caller = "liaison.14.04", params object[] posts) =>
        (await host.Change(caller, contacts, new { contacts = posts.Length == 0 ? Posts : posts }, 1)).Ok();

    public static async Task<IReadOnlyList<JsonElement>> OutboxOf(this ApiHost host) => [.. (await host.SendAs("admin", HttpMethod.Get, Outbox)).Ok().Items()];

    /// <summary>A MoU of the office of Riau and Indragiri Hilir that ends on a day.</summary>
    public static async Task<AgreementId> GivenAgreement(this ApiHost host, DateOnly end)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<Call>();
        call.Come(Caller.Program, Origin.Unknown);
        call.Begin("registerAgreement", null);
        var db = scope.ServiceProvider.GetRequiredService<IComplianceDb>();
        var institution = await db.Institutions.SingleAsync(each => each.Code == "14.04");
        var (id, signed) = (AgreementId.From(Guid.CreateVersion7()), new DateOnly(2023, 2, 22));
        var content = new AgreementContent(AgreementKind.Mou, null, "Nota kesepahaman Riau dan Indragiri Hilir", null, [Party.OfOffice("14"), Party.Of(institution.Id)], [], null);
        var agreement = Agreement.Register(id, content, "14", null, null, host.Clock.GetUtcNow());
        agreement.Sign(new(signed, signed, end), null, null, new(), signed);
        db.Agreements.Add(agreement);
        await db.SaveChangesAsync(CancellationToken.None);

        return id;
    }

    /// <summary>Ends an agreement before its time.</summary>
    public static async Task End(this ApiHost host, AgreementId id, DateOnly on)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<Call>();
        call.Come(Caller.Program, Origin.Unknown);
        call.Begin("terminateAgreement", null);
        var db = scope.ServiceProvider.GetRequiredService<IComplianceDb>();
        (await db.Agreements.SingleAsync(each => each.Id == id)).Terminate(on, "Disepakati bersama.");
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static async Task<T> Run<T>(this ApiHost host, IRequest<T> request)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Call>().Come(Caller.Program, Origin.Unknown);

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
