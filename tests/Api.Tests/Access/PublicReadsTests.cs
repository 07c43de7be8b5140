namespace Compliance.Api.Tests.Access;

/// <summary>Never public: assessor names, drafts, unannounced scores, evidence (docs/domain.md, section 3).</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class PublicReadsTests(string provider) : ApiTests(provider)
{
    private readonly string database = provider;
    private Stage stage = null!;

    [OneTimeSetUp]
    public async Task SetStage() => stage = await Stage.Set(database);

    [OneTimeTearDown]
    public async Task StrikeStage()
    {
        if (stage is not null)
        {
            await stage.DisposeAsync();
        }
    }

    [TestCase(Who.Anonymous)]
    [TestCase(Who.BulkKey)]
    [TestCase(Who.ImportKey)]
    public async Task No_public_answer_names_a_person_or_a_draft(Who who)
    {
        var secrets = await SecretsOf(stage.Host);
        secrets.Should().HaveCountGreaterThan(20);
        var reads = (await stage.Host.Served()).Where(operation => operation.IsRead && operation.IsPublic).ToList();
        reads.Should().HaveCountGreaterThan(15);

        foreach (var read in reads)
        {
            var text = (await stage.Send(read, who)).Text;

            secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty(read.Id);
        }
    }

    /// <summary>Addresses, names and ids of all accounts, and the ids of all assessments.</summary>
    private static async Task<IReadOnlyList<string>> SecretsOf(ApiHost host)
    {
        var people = (await host.SendAs("admin", HttpMethod.Get, $"{Api}/users?limit=500")).Ok().Items();
        var assessments = (await host.SendAs("admin", HttpMethod.Get, $"{Api}/assessments?limit=500")).Ok().Items();
        assessments.Should().HaveCountGreaterThan(6, "those of the demo data and one of our own");

        return
        [
            "@demo.example", "@uji.example",
            .. people.SelectMany(person => new[] { person.Text("id"), person.Text("email"), person.Text("name") }).Where(text => text?.Length > 5).Select(text => text!),
            .. assessments.Select(assessment => assessment.Text("id")!),
        ];
    }
}
