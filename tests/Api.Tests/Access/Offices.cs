namespace Compliance.Api.Tests.Access;

/// <summary>
/// Six assessments of 2026 in two provinces: in Riau (14) two of assessor.riau, one of assessor2.riau and one of
/// nobody, in Maluku (81) one of assessor.81 and one of nobody.
/// </summary>
internal sealed class Offices
{
    private const string Api = "/api/v1";

    private readonly Dictionary<string, (string, string)[]> people = [];
    private readonly ApiHost host;

    private Offices(ApiHost host) => this.host = host;

    public IReadOnlyList<string> Riau { get; private set; } = [];

    public IReadOnlyList<string> Maluku { get; private set; } = [];

    public IReadOnlyList<string> UnitsOfRiau { get; private set; } = [];

    public IReadOnlyList<string> UnitsOfMaluku { get; private set; } = [];

    public static async Task<Offices> Of(ApiHost host)
    {
        var offices = new Offices(host);
        await offices.GivePeople();
        (await host.Post($"{Api}/cycles", Assessing.Cycle2026)).Ok(HttpStatusCode.Created);
        offices.UnitsOfRiau = await host.UnitsOfIndragiriHilir();
        offices.UnitsOfMaluku = [.. (await host.Get($"{Api}/institutions/81.02/units")).Ok().Texts("items", "id").Select(id => id!)];
        offices.Riau =
        [
            await offices.Plan(offices.UnitsOfRiau[0], "assessor.riau@demo.example"),
            await offices.Plan(offices.UnitsOfRiau[1], "assessor.riau@demo.example"),
            await offices.Plan(offices.UnitsOfRiau[2], "assessor2.riau@demo.example"),
            await offices.Plan(offices.UnitsOfRiau[3], null),
        ];
        offices.Maluku = [await offices.Plan(offices.UnitsOfMaluku[0], "assessor.81@uji.example"), await offices.Plan(offices.UnitsOfMaluku[1], null)];

        return offices;
    }

    public IEnumerable<string> VisibleTo(string who) => who switch
    {
        "assessor.riau" => Riau.Take(2),
        "assessor2.riau" => [Riau[2]],
        "assessor.81" => [Maluku[0]],
        "head.riau" => Riau,
        "head.81" or "head.81 and assessor.riau" => Maluku,
        "head.13" or "head.81 of 2025" => [],
        "verifier" or "auditor" or "admin" => [.. Riau, .. Maluku],
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, "Nobody said what this one sees."),
    };

    public async Task<(string, string)[]> Credentials(string who) =>
        people.TryGetValue(who, out var credentials) ? credentials : [People.Bearer(await host.TokenOf(who))];

    private async Task GivePeople()
    {
        people["head.81"] = await host.GivenPerson("head.81@uji.example", new { role = "officeHead", office = "81" });
        people["head.13"] = await host.GivenPerson("head.13@uji.example", new { role = "officeHead", office = "13" });
        people["head.81 of 2025"] = await host.GivenPerson("head.81.2025@uji.example", new { role = "officeHead", office = "81", cycle = 2025 });
        people["assessor.81"] = await host.GivenPerson("assessor.81@uji.example", new { role = "assessor", office = "81" });
        people["head.81 and assessor.riau"] = await host.GivenPerson(
            "both@uji.example", new { role = "officeHead", office = "81" }, new { role = "assessor", office = "14" });
        people["head and assessor.riau"] = await host.GivenPerson(
            "all@uji.example", new { role = "officeHead", office = "14" }, new { role = "assessor", office = "14" });
    }

    private async Task<string> Plan(string unit, string? assessor) =>
        (await host.Post($"{Api}/cycles/2026/assessments", new { units = new[] { unit }, assessor })).Ok().Text("items/0/id")!;
}
