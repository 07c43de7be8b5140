using Compliance.Anchors;

// What the product is measured beside: its own answers out of memory, and one plain ranking query.
// PRODUCT is the product's base URL, PATHS a file with one path a line, DATABASE a file to be made here;
// ASPNETCORE_URLS says where to listen. Nobody is checked, nothing is validated or logged.
var documents = await Documents.Fetch(new Uri(Setting("PRODUCT")), await File.ReadAllLinesAsync(Setting("PATHS")));
var ranking = RankingQuery.Over(Setting("DATABASE"), documents);

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

var app = builder.Build();
app.MapGet("/hello", () => "hello");
app.MapGet("/query/rankings", ranking.Answer);
app.MapGet("/{**path}", documents.Answer);
app.Run();

static string Setting(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
