using Compliance.Api.Tests.Planning;

namespace Compliance.Api.Tests.Verification;

/// <summary>Head office sends an assessment back with reasons, and the office answers each of them before it submits again.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ReturnsTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task What_is_returned_is_submitted_again_when_every_reason_is_answered()
    {
        await using var host = await Fresh();
        var assessment = (await host.GivenSubmitted()).Single();

        var returned = await host.Return(
            assessment,
            new { pointer = "/process.standard.cost/product:1", text = "Tarif di foto lain." },
            new { pointer = "/input.facilities.toilet/unit/observation", text = "Toilet tidak terlihat." },
            new { pointer = "", text = "Lengkapi catatan lapangan." });
        returned.Ok(HttpStatusCode.Created).Number("open").Should().Be(3);
        (await host.Read(assessment)).Ok().Text("status").Should().Be("returned");
        var list = (await host.SendAs("assessor.riau", HttpMethod.Get, $"{assessment}/returns")).Ok().Items().Should().ContainSingle().Which;
        list.Texts("reasons", "pointer").Should().Equal("/process.standard.cost/product:1", "/input.facilities.toilet/unit/observation", "");
        list.Items("reasons").Should().OnlyContain(reason => reason.Absent("closure") && reason.Items("allowedActions").Count == 1);
        list.Text("raisedBy/name").Should().Be("Demo Verifier");
        var ids = list.Texts("reasons", "id").Select(id => id!).ToList();

        (await host.Change(assessment, "submission", null)).Errors(422, "assessmentIncomplete").Should().Equal(ids.Select(id => $"/returns/{id} returnReasonOpen"));
        (await host.Close(assessment, ids[0], new { text = "Foto diganti." })).Ok().Text("closure/by/name").Should().Be("Demo Assessor Riau");
        (await host.Close(assessment, ids[1], new { text = "Foto ditambah." }, "head.riau")).Ok();
        (await host.Change(assessment, "submission", null)).Errors(422, "assessmentIncomplete").Should().Equal($"/returns/{ids[2]} returnReasonOpen");
        (await host.Close(assessment, ids[2], new { text = "Catatan dilengkapi." })).Ok();

        (await host.Change(assessment, "submission", null)).Ok().Text("status").Should().Be("submitted");
        (await host.SendAs("verifier", HttpMethod.Get, $"{assessment}/returns")).Ok().Number("items/0/open").Should().Be(0);
        (await host.Verify(assessment)).Ok().Text("status").Should().Be("verified");
    }

    [Test]
    public async Task A_reason_is_answered_once_by_the_office()
    {
        await using var host = await Fresh();
        var assessment = (await host.GivenSubmitted()).Single();
        var reason = (await host.Return(assessment, new { pointer = "", text = "Mengapa?" })).Ok(HttpStatusCode.Created).Text("reasons/0/id")!;

        foreach (var caller in new[] { "verifier", "admin", "auditor", "liaison.14.04" })
        {
            (await host.Close(assessment, reason, new { text = "Karena itu." }, caller)).Problem(403, "notAllowed");
        }

        (await host.Close(assessment, reason, new { text = "Karena itu." }, "assessor2.riau")).Problem(404, "notFound");
        (await host.Close(assessment, Guid.CreateVersion7().ToString(), new { text = "Karena itu." })).Problem(404, "notFound");
        (await host.Close(assessment, reason, new { text = " " })).Errors(400, "invalidRequest").Should().Equal("/text required");

        var closed = (await host.Close(assessment, reason, new { text = "Karena itu." })).Text;
        (await host.Close(assessment, reason, new { text = "Karena itu." }, "head.riau")).Text.Should().Be(closed, "the first answer stands as it was given");
        (await host.Close(assessment, reason, new { text = "Karena lain." })).Problem(409, "returnReasonClosed");
    }

    [Test]
    public async Task Places_that_the_form_does_not_have_are_named_and_then_nothing_is_returned()
    {
        await using var host = await Fresh();
        var assessment = (await host.GivenSubmitted()).Single();

        (await host.Return(
            assessment,
            new { pointer = "/process.standard.cost/product:2", text = "Hanya satu produk direncanakan." },
            new { pointer = "/process.standard.cost/product:1", text = "Benar." },
            new { pointer = "process.standard.cost", text = "Bukan penunjuk." })).Errors(422, "unknownObservation").Should().Equal(
                "/reasons/0/pointer unknownObservation", "/reasons/2/pointer unknownObservation");
        (await host.Return(assessment)).Errors(400, "invalidRequest").Should().Equal("/reasons required");
        (await host.Return(assessment, new { pointer = "" }, new { text = "Tanpa tempat." })).Errors(400, "invalidRequest")
            .Should().Equal("/reasons/0/text required", "/reasons/1/pointer required");
        (await host.Return(assessment, [.. Enumerable.Repeat(new { pointer = "", text = "Lagi." }, 501)])).Errors(400, "invalidRequest").Should().Equal("/reasons tooMany");

        (await host.Read(assessment)).Ok().Text("status").Should().Be("submitted");
        (await host.SendAs("head.riau", HttpMethod.Get, $"{assessment}/returns")).Ok().Items().Should().BeEmpty();
    }

    [Test]
    public async Task What_is_verified_takes_no_answers_until_it_goes_back()
    {
        await using var host = await Fresh();
        var assessment = (await host.GivenSubmitted()).Single();
        (await host.Verify(assessment)).Ok();
        var late = Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 1), baseVersion: 1);
        late["reason"] = "Salah baca.";

        (await host.PutAnswers(assessment, (JsonObject)late.DeepClone())).Outcomes().Should().Equal("rejected 409 statusForbids /answers/0");
        (await host.Return(assessment, new { pointer = "", text = "Ada jawaban tertinggal." })).Ok(HttpStatusCode.Created);
        (await host.PutAnswers(assessment, late)).Outcomes().Should().Equal("stored 2");
        (await host.Read(assessment)).Ok().Text("status").Should().Be("collecting");
    }

    [Test]
    public async Task A_return_sent_again_under_its_key_is_one_return()
    {
        await using var host = await Fresh();
        var assessment = (await host.GivenSubmitted()).Single();
        var tag = (await host.Read(assessment, "verifier")).ETag;

        var first = await Send();
        var again = await Send();

        (first.Ok(HttpStatusCode.Created).Text("id"), again.Text).Should().Be((again.Ok(HttpStatusCode.Created).Text("id"), first.Text));
        (await host.SendAs("verifier", HttpMethod.Get, $"{assessment}/returns")).Ok().Items().Should().ContainSingle();

        Task<Reply> Send() => host.SendAs(
            "verifier",
            HttpMethod.Post,
            $"{assessment}/returns",
            JsonContent.Create(new { reasons = new[] { new { pointer = "", text = "Ulang." } } }),
            ("If-Match", tag),
            ("Idempotency-Key", "kembali-1"));
    }
}
