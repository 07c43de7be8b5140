using System.Text;
using System.Text.Json.Serialization;
using Compliance.Api.Tests.Access;
using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Application.Idempotency;
using Compliance.Domain.Access;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Api.Tests.Repeating;

/// <summary>What is stored with a request, and for how long.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class StoredResponsesTests(string provider) : ApiTests(provider)
{
    private static readonly object Cycle = new { year = 2031, instrument = "2024", opensOn = "2031-03-01", closesOn = "2031-10-31" };

    [Test]
    public async Task A_response_that_cannot_be_written_leaves_nothing_stored()
    {
        var converter = new Unwritable { IsBroken = true };
        await using var host = await ApiHost.Start(
            Provider, replace: services => services.PostConfigure<JsonOptions>(options => options.SerializerOptions.Converters.Insert(0, converter)));

        (await Open(host)).Problem(500, "internalError");
        await using var raw = await host.OpenRaw();
        (await raw.Query("SELECT * FROM cycles WHERE year = 2031")).Should().BeEmpty();
        (await raw.Query("SELECT * FROM audit_entries WHERE resource = 'cycles/2031'")).Should().BeEmpty();
        (await raw.Rows("repeatable_answers")).Should().BeEmpty();

        converter.IsBroken = false;
        (await Open(host)).Ok(HttpStatusCode.Created);
    }

    [Test]
    public async Task A_secret_is_repeated_but_not_readable_in_the_database()
    {
        await using var host = await Fresh();
        var expiresAt = host.Clock.GetUtcNow().AddDays(1);
        var first = await Make();
        var secret = first.Ok(HttpStatusCode.Created).Text("secret")!;

        (await Make()).Text.Should().Be(first.Text);
        await using var raw = await host.OpenRaw();
        var row = (await raw.Rows("repeatable_answers")).Should().ContainSingle().Subject;
        Convert.ToBoolean(row["is_protected"], System.Globalization.CultureInfo.InvariantCulture).Should().BeTrue();
        (await raw.Search(secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)))).Should().BeEmpty();
        Encoding.UTF8.GetString((byte[])row["body"]).Should().NotContain("Headers").And.NotContain("Mesin");

        Task<Reply> Make() => host.Send(
            HttpMethod.Post, $"{Api}/api-keys", JsonContent.Create(new { holder = "Mesin", scopes = new[] { "importResults" }, expiresAt }), ("Idempotency-Key", "a"));
    }

    [Test]
    public async Task A_response_that_an_earlier_version_stored_is_repeated()
    {
        await using var host = await Fresh();
        var first = await Open(host);
        await using var raw = await host.OpenRaw();
        await raw.Execute(
            "UPDATE repeatable_answers SET body = @p0, location = @p1, is_protected = @p2", Encoding.UTF8.GetBytes(first.Text), $"{first.Headers.Location}", false);

        var again = await Open(host);

        (again.Status, again.Text, again.Headers.Location).Should().Be((first.Status, first.Text, first.Headers.Location));
    }

    [Test]
    public async Task After_thirty_days_a_response_is_deleted_and_its_key_is_free()
    {
        await using var host = await Fresh();
        (await Open(host)).Ok(HttpStatusCode.Created);
        var stored = host.Clock.GetUtcNow();

        host.Clock.Set(stored.AddDays(30).AddMinutes(-1));
        (await Forget(host)).Should().Be(0);
        host.Clock.Set(stored.AddDays(30).AddMinutes(1));
        (await Forget(host)).Should().Be(1);

        var another = new { year = 2032, instrument = "2024", opensOn = "2032-03-01", closesOn = "2032-10-31" };
        (await host.Send(HttpMethod.Post, $"{Api}/cycles", JsonContent.Create(another), ("Idempotency-Key", "a"))).Ok(HttpStatusCode.Created);
    }

    [Test]
    public async Task A_failed_attempt_is_counted_although_the_request_is_refused()
    {
        await using var host = await Fresh(settings: People.NoLimits);

        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await host.SendAs("assessor.riau", HttpMethod.Put, $"{Api}/me/password", JsonContent.Create(new { current = "salah sekali", next = People.Password })))
                .Problem(422, "passwordWrong");
        }

        (await host.SendAs(null, HttpMethod.Post, $"{Api}/tokens", JsonContent.Create(new { email = "assessor.riau@demo.example", password = People.DemoPassword })))
            .Problem(401, "signInRefused");
    }

    private static Task<Reply> Open(ApiHost host) => host.Send(HttpMethod.Post, $"{Api}/cycles", JsonContent.Create(Cycle), ("Idempotency-Key", "a"));

    private static async Task<int> Forget(ApiHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ForgetResponses());
    }

    private sealed class Unwritable : JsonConverter<CycleDetails>
    {
        public bool IsBroken { get; set; }

        public override CycleDetails Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, CycleDetails value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteNumber("year", IsBroken ? throw new InvalidOperationException("This cannot be written.") : value.Year);
            writer.WriteEndObject();
        }
    }
}
