using System.Collections.Concurrent;
using Compliance.Api.Tests.Accounts;
using Compliance.TestKit.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Compliance.Api.Tests.Edges;

/// <summary>Even the most talkative log tells nothing to get in with, and names nobody.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class LogTests(string provider) : ApiTests(provider)
{
    private static readonly Dictionary<string, string> talkative = new()
    {
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace",
        ["Logging:Console:LogLevel:Default"] = "None",
        ["Logging:Console:LogLevel:Microsoft.AspNetCore"] = "None",
        ["Logging:Console:LogLevel:Microsoft.EntityFrameworkCore"] = "None",
    };

    [Test]
    public async Task Neither_secrets_nor_addresses_stand_in_the_log()
    {
        await using var host = await Fresh(settings: talkative);
        using var log = new Listener();
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        const string Wrong = "Bukan kata sandi saya 77";

        var person = await host.GivenPerson(People.Auditor);
        (await host.SignIn(person.Email, Wrong)).Problem(401, "signInRefused");
        (await host.Refresh(person.Refresh)).Ok();
        (await host.Refresh(person.Refresh)).Problem(401, "refreshRefused");
        (await host.Me(person.Access)).Problem(401, "credentialsInvalid");
        person = await host.SignedInAgain(person);
        var app = await host.Enrol(person);
        var key = await host.GivenKey("importResults");
        (await host.WithKey(key, HttpMethod.Get, "/me")).Ok();
        (await host.WithKey(key[..^1], HttpMethod.Get, "/me")).Problem(401, "credentialsInvalid");
        (await host.AsNobody(HttpMethod.Post, "/invitations/acceptance", new { token = "x", password = Wrong })).Problem(422, "invitationInvalid");

        var text = log.Text;
        text.Should().Contain("/api/v1/tokens", "the log is talkative indeed").And.Contain("SELECT");
        string[] secrets = [person.Email, People.Password, Wrong, person.Access, person.Refresh, app.Secret, key[35..^1]];
        secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
    }

    /// <summary>Keeps all that is logged, with the properties and exceptions.</summary>
    private sealed class Listener : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public string Text => string.Join('\n', lines);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(Whole(state));

            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {Whole(state)} {exception}");

        public void Dispose()
        {
        }

        private static string Whole<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> properties ? string.Join(' ', properties.Select(property => $"{property.Key}={property.Value}")) : $"{state}";
    }
}
