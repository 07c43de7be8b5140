using Compliance.Application.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Api.Tests.Access;

/// <summary>Every operation of the served document, sent by every kind of caller and with every kind of wrong credentials.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class MatrixTests(string provider) : ApiTests(provider)
{
    private readonly string database = provider;
    private Stage stage = null!;
    private IReadOnlyList<Operation> operations = [];

    [OneTimeSetUp]
    public async Task SetStage()
    {
        stage = await Stage.Set(database);
        operations = await stage.Host.Served();
    }

    [OneTimeTearDown]
    public async Task StrikeStage()
    {
        if (stage is not null)
        {
            await stage.DisposeAsync();
        }
    }

    [Test]
    public void Every_operation_has_its_expectations_and_every_expectation_its_operation() =>
        operations.Select(operation => operation.Id).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(Expectations.Table.Keys);

    [Test]
    public void The_document_calls_public_what_is_open_to_everyone() =>
        operations.Where(operation => operation.IsPublic).Select(operation => operation.Id)
            .Should().BeEquivalentTo(Expectations.Table.Where(row => row.Value(Who.Anonymous) != 401).Select(row => row.Key));

    [Test]
    public async Task Each_caller_gets_what_it_may_and_its_refused_requests_leave_nothing_behind([Values] Who who)
    {
        var before = await Written();
        var differences = await Differences(who, status => status is 401 or 403 or 404);
        var after = await Written();
        differences.AddRange(await Differences(who, status => status is not (401 or 403 or 404)));

        differences.Should().BeEmpty();
        after.Should().Be(before, "whoever is refused changes nothing");
    }

    [TestCaseSource(typeof(WrongCredentials), nameof(WrongCredentials.Names))]
    public async Task Wrong_credentials_are_refused_everywhere_also_where_none_are_needed(string wrong)
    {
        var before = await Written();
        var accepted = new List<string>();

        foreach (var operation in operations)
        {
            var reply = await stage.Send(operation, Who.Anonymous, stage.Wrong[wrong]);

            // An answer to HEAD has no body that could name a code.
            if (reply.Status != HttpStatusCode.Unauthorized || (operation.Method != HttpMethod.Head && reply.Json.Text("code") != "credentialsInvalid"))
            {
                accepted.Add($"{operation.Id}: {reply.Status} {reply.Text}");
            }
        }

        accepted.Should().BeEmpty();
        (await Written()).Should().Be(before);
    }

    private async Task<List<string>> Differences(Who who, Func<int, bool> these)
    {
        var differences = new List<string>();

        foreach (var operation in operations.Where(operation => Expectations.Table.TryGetValue(operation.Id, out var row) && these(row(who))))
        {
            var expected = Expectations.Table[operation.Id](who);
            var reply = await stage.Send(operation, who);

            if ((int)reply.Status != expected)
            {
                differences.Add($"{operation.Id}: {(int)reply.Status} instead of {expected}: {reply.Text[..Math.Min(reply.Text.Length, 300)]}");
            }
        }

        return differences;
    }

    /// <summary>How much is written down: no write of a use case goes without its entry.</summary>
    private async Task<(int Entries, int Answers)> Written()
    {
        await using var scope = stage.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IComplianceDb>();

        return (await db.AuditEntries.CountAsync(), await db.IdempotencyRecords.CountAsync());
    }
}
