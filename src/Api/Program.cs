using Compliance.Api;
using Compliance.Api.Callers;
using Compliance.Api.CommandLine;
using Compliance.Api.Documents;
using Compliance.Api.Endpoints;
using Compliance.Api.Errors;
using Compliance.Api.Middleware;
using Compliance.Api.OpenApi;
using Compliance.Api.Pages;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Infrastructure.Hosting;

if (!HostSettings.IsServing(args, out var settings))
{
    return await Commands.Run(args);
}

StartupFailure.ExitOnUnhandled();

var builder = WebApplication.CreateSlimBuilder(settings);
builder.WebHost.UseKestrelHttpsConfiguration();
builder.ListenWhereTold();
builder.LimitRequests();
builder.AddProduct();
builder.AddOutsideIssuers();
builder.AddPublicAddress();
builder.AddCrossOrigin();
builder.AddRateLimits();
builder.AddConcurrencyLimits();
builder.Services.AddTimeLimits();
builder.Services.AddCompression();
builder.Services.AddJson();
builder.Services.AddProblems();
builder.Services.AddSingleton<PublishedDocuments>();
builder.Services.AddOpenApiDocument();

var app = builder.Build();
app.UseProxies();
app.UseProblems();
app.UsePublicAddress();
app.UseSecurityHeaders();
app.UseCors();
app.UseOptions();
app.UseRequestTimeouts();
app.UseReadiness();
app.UseCallers();
app.UseNegotiation();
app.UsePublishedDocuments();
app.UseResponseCompression();
app.UseRateLimits();
app.UseConcurrencyLimits();
app.UseAccess();
app.UseReserve();
app.UseJsonBodies();
app.UseRequestTransactions();
app.UseOpenApiDocument();
app.MapHealth();
app.MapInvitationPage();

var api = app.MapGroup("/api/v1").ReadsByHead().RefuseUnknownParameters().Refuses(HttpRefusals.InvalidRequest).Refuses(HttpRefusals.Starting, HttpRefusals.StorageUnavailable);
api.MapAccounts();
api.MapUsers();
api.MapApiKeys();
api.MapAudit();
api.MapRegions();
api.MapInstitutions();
api.MapServiceUnits();
api.MapResults();
api.MapRankings();
api.MapInstruments();
api.MapScores();
api.MapCycles();
api.MapDecisions();
api.MapAssessments();
api.MapAnswers();
api.MapAssessmentChanges();
api.MapVerification();
api.MapSecondScorings();
api.MapClarifications();
api.MapEvidence();
api.MapUploads();
api.MapCorrectiveActions();
api.MapReportCards();
api.MapMeetings();
api.MapCommitments();
api.MapWorkPlans();
api.MapFollowUps();
api.MapReplies();
api.MapAgreements();
api.MapAgreementChanges();
api.MapAgreementDocuments();
api.MapPublicReports();
api.MapJointServices();
api.MapJointServiceEvents();
api.MapReminders();
api.MapCalendars();

var readiness = app.Services.GetRequiredService<Readiness>();
var works = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
await app.RunAsync();

return ExitCodes.OfServer(readiness.IsReady, works);

/// <summary>Public so that tests can start the real host.</summary>
public partial class Program;
