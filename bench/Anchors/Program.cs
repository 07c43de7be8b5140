using Compliance.Anchors;

// What the product is measured beside. PRODUCT, its base URL, with PATHS, a file with one path a line: its own answers
// out of memory, and one plain ranking query. SHEETS, a number of sheets: four ways to store them. POSTGRES is a connection string;
// DATABASE is a file to be made here. ASPNETCORE_URLS says where to listen. Nobody is checked, nothing is validated or logged.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, SheetJson.Default));

var app = builder.Build();
app.MapGet("/hello", () => "hello");

if (Optional("DUE") is not null)
{
    DueLists.Map(app, Setting("DATABASE"), Optional("POSTGRES"));
}
else if (Optional("SHEETS") is { } sheets)
{
    // Reads the request and stores nothing: what is left is the load generator and the server below it.
    app.MapPut("/nowhere/{id:int}", (int id, SentSheet sheet) => Results.NoContent());
    var count = int.Parse(sheets, System.Globalization.CultureInfo.InvariantCulture);
    SqliteSheets.Make(Setting("DATABASE"), count).Map(app);

    Recompute.Of(count).Map(app, Setting("DATABASE"), Optional("POSTGRES"));

    if (Optional("POSTGRES") is { } server)
    {
        var postgres = await PostgresSheets.Make(server, count);
        postgres.Map(app);
    }
}
else
{
    var documents = await Documents.Fetch(new Uri(Setting("PRODUCT")), await File.ReadAllLinesAsync(Setting("PATHS")));
    app.MapGet("/query/rankings", RankingQuery.Over(Setting("DATABASE"), documents).Answer);
    app.MapGet("/{**path}", documents.Answer);
}

app.Run();

static string Setting(string name) => Optional(name) ?? throw new InvalidOperationException($"{name} is not set.");

static string? Optional(string name) => Environment.GetEnvironmentVariable(name);
