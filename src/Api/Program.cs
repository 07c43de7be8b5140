using Compliance.Api;
using Compliance.Api.Documents;
using Compliance.Api.Endpoints;
using Compliance.Api.Errors;
using Compliance.Api.OpenApi;
using Compliance.Api.Requests;
using Compliance.Application;
using Compliance.Infrastructure;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseKestrelHttpsConfiguration();
builder.ListenWhereTold();
builder.LimitRequests();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddApplication(builder.Configuration["AutoMapper:LicenseKey"]);
builder.Services.AddInfrastructure(builder.ReadStorageSettings());
builder.Services.AddJson();
builder.Services.AddProblems();
builder.Services.AddSingleton<PublishedDocuments>();
builder.Services.AddOpenApiDocument();

var app = builder.Build();
app.UseProblems();
app.UsePublishedDocuments();
app.UseReadiness();
app.UseJsonInUtf8();
app.UseRepetition();
app.UseOpenApiDocument();
app.MapHealth();

var api = app.MapGroup("/api/v1").RefuseUnknownParameters().Refuses(400, "invalidRequest").Refuses(503, "starting");
api.MapRegions();
api.MapInstitutions();
api.MapServiceUnits();
api.MapResults();
api.MapRankings();
api.MapInstruments();
api.MapScores();
api.MapCycles();
api.MapAssessments();

app.Run();

/// <summary>Named so that tests can start the real host.</summary>
public partial class Program;
