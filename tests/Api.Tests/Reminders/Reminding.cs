using System.Globalization;
using Compliance.Api.Tests.Agreements;
using Compliance.Application.Access;
using Compliance.Application.Reminders;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using MediatR;
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
        var body = new JsonObject
        {
            ["kind"] = "mou",
            ["title"] = "Nota kesepahaman Riau dan Indragiri Hilir",
            ["parties"] = new JsonArray(new JsonObject { ["office"] = "14" }, new JsonObject { ["institution"] = "14.04" }),
        };
        var address = await host.GivenAgreement(body.SignedFrom("2023-02-22", $"{end:yyyy-MM-dd}"));

        return AgreementId.From(Guid.Parse(address.Split('/')[^1]));
    }

    /// <summary>Ends an agreement before its time.</summary>
    public static async Task End(this ApiHost host, AgreementId id, DateOnly on)
    {
        var address = $"{Agreeing.List}/{id.Value}";
        var version = (int)(await host.Agreement(address)).Number("version")!;
        (await host.Change("head.riau", $"{address}/termination", new { on = $"{on:yyyy-MM-dd}", reason = "Disepakati bersama." }, version)).Ok();
    }

    private static async Task<T> Run<T>(this ApiHost host, IRequest<T> request)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
