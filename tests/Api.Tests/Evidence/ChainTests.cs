using Compliance.Application.Access;
using Compliance.Application.Common;
using Compliance.Application.Evidence;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Api.Tests.Evidence;

/// <summary>What becomes of a piece: it is replaced, reviewed, withdrawn, and never deleted.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ChainTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task A_replaced_piece_stays_readable_and_is_replaced_once()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var old = await host.GivenEvidence(assessment, Offering.Photo(1));
        var id = old.Split('/')[^1];

        var next = (await host.AddEvidence(assessment, Offering.Photo(2).With("replaces", id))).Ok(HttpStatusCode.Created);

        (next.Text("replaces"), next.Flag("current")).Should().Be((id, true));
        var replaced = (await host.Get(old)).Ok();
        (replaced.Text("replacedBy"), replaced.Flag("current"), replaced.Number("version")).Should().Be((next.Text("id"), false, 2));
        (await host.Download(old)).Bytes.Should().Equal(Samples.Jpeg(1));
        (await host.AddEvidence(assessment, Offering.Photo(3).With("replaces", id))).Problem(409, "evidenceReplaced");
        (await host.Change("head.riau", $"{old}/review", new { verdict = "accepted" }, 2)).Problem(409, "evidenceReplaced");
    }

    [Test]
    public async Task Of_two_that_replace_the_same_piece_at_once_one_wins()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var id = (await host.GivenEvidence(assessment, Offering.Photo(1))).Split('/')[^1];

        var replies = await Task.WhenAll(Enumerable.Range(2, 4).Select(number => host.AddEvidence(assessment, Offering.Photo(number).With("replaces", id))));

        replies.Where(reply => reply.Status == HttpStatusCode.Created).Should().ContainSingle();
        replies.Where(reply => reply.Status != HttpStatusCode.Created).Should().AllSatisfy(reply => reply.Problem(409, "evidenceReplaced"));
    }

    [Test]
    public async Task Another_than_the_uploader_reviews_and_a_rejection_says_why()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var piece = await host.GivenEvidence(assessment, Offering.Photo());

        (await host.Change("head.riau", $"{piece}/review", new { verdict = "rejected" }, null)).Problem(428, "ifMatchMissing");
        (await host.Change("head.riau", $"{piece}/review", new { verdict = "rejected" }, 1)).Problem(422, "rejectionUnexplained");
        (await host.Change("head.riau", $"{piece}/review", new { verdict = "rejected", reason = "Buram." }, 7)).Problem(412, "versionDiffers");
        var rejected = (await host.Change("head.riau", $"{piece}/review", new { verdict = "rejected", reason = "Buram." }, 1)).Ok();
        (rejected.Text("state"), rejected.Text("review/reason"), rejected.Text("review/reviewer")).Should().Be(("rejected", "Buram.", "head.riau@demo.example"));
        (await host.Change("verifier", $"{piece}/review", new { verdict = "accepted" }, 2)).Ok().Text("state").Should().Be("accepted");
        (await host.Change("assessor.riau", $"{piece}/review", new { verdict = "accepted" }, 3)).Problem(403, "notAllowed");
        (await host.Get(piece)).ETag.Should().Be("\"v3\"");
    }

    [Test]
    public async Task Whoever_has_both_roles_does_not_review_its_own_piece()
    {
        await using var host = await Fresh();
        await host.GivenAssessment();
        var both = await Access.People.GivenPerson(host, "keduanya@uji.example", new { role = "assessor", office = "14" }, new { role = "officeHead", office = "14" });
        var unit = (await host.UnitsOfIndragiriHilir())[1];
        var planned = (await host.Post($"{Api}/cycles/2026/assessments", new { units = new[] { unit }, assessor = "keduanya@uji.example" })).Ok();
        var assessment = $"{Api}/assessments/{planned.Text("items/0/id")}";
        var added = (await Access.People.SendWith(host, both, HttpMethod.Post, $"{assessment}/evidence", Offering.Photo().ToForm())).Ok(HttpStatusCode.Created);

        (await Access.People.SendWith(
            host, both, HttpMethod.Put, $"{assessment}/evidence/{added.Text("id")}/review", JsonContent.Create(new { verdict = "accepted" }), ("If-Match", "\"v1\"")))
            .Problem(422, "ownEvidence");
        added.Items("allowedActions").Select(action => action.GetString()).Should().Equal("putEvidenceObservations", "withdrawEvidence");
    }

    [Test]
    public async Task One_piece_proves_several_observations_and_another_list_awaits_another_verdict()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var piece = await host.GivenEvidence(assessment, Offering.Photo().With("observation", "process.standard.duration@product:2"));
        var second = await host.GivenEvidence(assessment, Offering.Link());
        (await host.Change("head.riau", $"{piece}/review", new { verdict = "accepted" }, 1)).Ok();

        (await host.Get($"{assessment}/evidence?indicator=process.standard.cost&subject=product:1")).Ok().Texts("items", "id")
            .Should().Equal(piece.Split('/')[^1], second.Split('/')[^1]);
        (await host.Get($"{assessment}/evidence?indicator=process.standard.duration")).Ok().Items().Should().ContainSingle();
        var body = new { observations = new[] { new { indicator = "process.standard.cost", subject = "product:1" }, new { indicator = "process.standard.cost", subject = "product:2" } } };
        var changed = (await host.Change("assessor.riau", $"{piece}/observations", body, 2)).Ok();
        changed.Texts("observations", "subject").Should().Equal("product:1", "product:2");
        (changed.Text("state"), changed.Absent("review")).Should().Be(("offered", true));
        (await host.Change("assessor.riau", $"{piece}/observations", new { observations = Array.Empty<object>() }, 3)).Errors(400, "invalidRequest").Should().Equal("/observations required");
        (await host.Change("assessor.riau", $"{piece}/observations", new { observations = new[] { new { indicator = "x", subject = "unit" } } }, 3))
            .Errors(422, "evidenceRefused").Should().Equal("/observations/0/indicator unknownIndicator");
    }

    [Test]
    public async Task A_withdrawn_piece_stays_readable_and_proves_nothing()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var piece = await host.GivenEvidence(assessment, Offering.Photo());
        await host.GivenEvidence(assessment, Offering.Link());

        (await host.Change("assessor.riau", $"{piece}/withdrawal", new { reason = " " }, 1)).Errors(400, "invalidRequest").Should().Equal("/reason required");
        var withdrawn = (await host.Change("assessor.riau", $"{piece}/withdrawal", new { reason = "Bukan unit ini." }, 1)).Ok();
        (withdrawn.Flag("current"), withdrawn.Text("withdrawal/reason"), withdrawn.Items("allowedActions").Count).Should().Be((false, "Bukan unit ini.", 0));
        (await host.Change("assessor.riau", $"{piece}/withdrawal", new { reason = "lagi" }, 2)).Problem(409, "evidenceWithdrawn");
        (await host.Download(piece)).Answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await Evidenced(host, assessment)).Should().Equal(new EvidencedObservation("process.standard.cost", "product:1", EvidenceState.Offered));
    }

    [Test]
    public async Task The_list_is_paged_in_the_order_of_arrival()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var ids = new List<string>();

        foreach (var number in Enumerable.Range(1, 5))
        {
            ids.Add((await host.GivenEvidence(assessment, Offering.Photo(number))).Split('/')[^1]);
        }

        var seen = new List<string?>();

        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await host.Get($"{assessment}/evidence?limit=2{cursor}")).Ok();
            seen.AddRange(page.Texts("items", "id"));
            cursor = page.Text("next") is { } next ? $"&cursor={next}" : null;
        }

        seen.Should().Equal(ids);
    }

    [Test]
    public async Task What_one_may_not_see_has_no_evidence()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var piece = await host.GivenEvidence(assessment, Offering.Photo());
        var begun = (await host.Post($"{assessment}/uploads", new { fileName = "a.pdf", size = 4 })).Ok(HttpStatusCode.Created).Text("id");
        var units = await host.UnitsOfIndragiriHilir();
        var planned = (await host.Post($"{Api}/cycles/2026/assessments", new { units = new[] { units[1] }, assessor = "assessor2.riau@demo.example" })).Ok();
        var other = $"{Api}/assessments/{planned.Text("items/0/id")}";

        foreach (var address in new[] { $"{assessment}/evidence", piece, $"{piece}/content", $"{assessment}/uploads/{begun}" })
        {
            (await host.SendAs("assessor2.riau", HttpMethod.Get, address)).Problem(404, "notFound");
        }

        (await host.AddEvidence(assessment, Offering.Photo(), "assessor2.riau")).Problem(404, "notFound");
        (await host.SendAs("assessor2.riau", HttpMethod.Get, $"{other}/evidence/{piece.Split('/')[^1]}")).Problem(404, "notFound");
        (await host.SendAs("admin", HttpMethod.Get, $"{other}/evidence/{piece.Split('/')[^1]}/content")).Problem(404, "notFound");
        (await host.AddEvidence(other, Offering.Photo(2).With("replaces", piece.Split('/')[^1]), "assessor2.riau"))
            .Errors(422, "evidenceRefused").Should().Equal("/replaces unknownEvidence");
        (await host.AddEvidence(assessment, Offering.Photo(), "head.riau")).Problem(403, "notAllowed");
        (await host.SendAs("verifier", HttpMethod.Get, piece)).Ok();
        (await host.Get($"{await LinkOf(host, assessment)}/content")).Problem(409, "evidenceIsLink");
    }

    private static Task<string> LinkOf(ApiHost host, string assessment) => host.GivenEvidence(assessment, Offering.Link());

    private static async Task<IEnumerable<EvidencedObservation>> Evidenced(ApiHost host, string assessment)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);
        var id = AssessmentId.From(Guid.Parse(assessment.Split('/')[^1]));

        return (await scope.ServiceProvider.GetRequiredService<IComplianceDb>().EvidencedObservations([id], CancellationToken.None))[id].ToList();
    }
}
