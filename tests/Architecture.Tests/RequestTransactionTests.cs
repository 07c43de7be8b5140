using Compliance.Application.Common;
using Compliance.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Architecture.Tests;

/// <summary>What a request writes is committed once, and every create is safe to repeat.</summary>
public sealed class RequestTransactionTests
{
    private IReadOnlyList<Endpoint> writes = [];

    [OneTimeSetUp]
    public async Task FindWrites()
    {
        await using var host = await ApiHost.Start("sqlite");
        writes =
        [
            .. host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
                .Where(endpoint => Marked(endpoint, "SentRequest") && MethodsOf(endpoint).Any(method => method is not ("GET" or "HEAD"))),
        ];
    }

    [Test]
    public void Every_write_is_committed_once_but_for_batches_of_answers()
    {
        writes.Should().HaveCountGreaterThan(60);
        writes.Where(endpoint => Marked(endpoint, "CommitsEachSave")).Select(NameOf).Should().Equal("putAnswers");
    }

    [Test]
    public void Every_POST_takes_a_key_but_for_these() => writes
        .Where(endpoint => MethodsOf(endpoint).Contains("POST") && !Marked(endpoint, "IdempotentOperation"))
        .Select(NameOf).Should().BeEquivalentTo(
        [
            // A password or a one-time link is in the body.
            "issueTokens", "acceptInvitation", "enrolAuthenticator",

            // They store nothing, or nothing twice.
            "scoreUnit", "scoreInstitution", "sealAudit",

            // They have the client's own id; the bodies of the first two are streamed, and the answer of the last one tells how much has arrived.
            "addEvidence", "addAgreementDocument", "beginUpload",
        ]);

    /// <summary>A streamed body can be read only once, so its requests repeat by themselves what follows it.</summary>
    [Test]
    public void Every_create_by_an_id_of_the_client_is_run_again_if_another_was_faster() => writes
        .Select(endpoint => endpoint.Metadata.First(each => each.GetType().Name == "SentRequest"))
        .Select(sent => (Type)sent.GetType().GetProperty("Type")!.GetValue(sent)!)
        .Where(request => request.GetProperty("Id")?.PropertyType == typeof(Guid?))
        .Should().HaveCountGreaterThan(10).And.OnlyContain(request => request.IsAssignableTo(typeof(IRepeatable)));

    private static bool Marked(Endpoint endpoint, string metadata) => endpoint.Metadata.Any(each => each.GetType().Name == metadata);

    private static IReadOnlyList<string> MethodsOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    private static string? NameOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
}
