using Compliance.Application.Decisions;
using Compliance.Domain.Audit;

namespace Compliance.Api.Tests.Decisions;

[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ProofTests(string provider) : ApiTests(provider)
{
    private const int Changes = 1_500;

    [Test]
    public async Task A_proof_is_verified_without_us_and_no_changed_digit_escapes()
    {
        await using var host = await Fresh();
        var assessments = await host.GivenAnnounced();
        (await host.Correct(new
        {
            number = "12/2027",
            date = "2026-12-01",
            reason = "Salah baca formulir.",
            assessments = new[]
            {
                new { assessment = Deciding.IdOf(assessments[0]), answers = new[] { new { indicator = "process.standard.requirements", subject = "product:1", level = 0 } } },
            },
        })).Ok();
        var keys = await host.ProofKeys();
        var proof = await host.Proof();

        (await Deciding.Verify(proof, keys)).Should().Be(new ProofVerified(2, 2, 4, null, null));
        proof.Should().NotContainAny("assessor.riau", "device", "Tablet");
        var escaped = new List<int>();

        foreach (var index in PlacesOfDigits(proof))
        {
            var changed = proof.ToCharArray();
            changed[index] = (char)('0' + ((changed[index] - '0' + 1) % 10));

            if ((await Deciding.Verify(new(changed), keys)).Problem is null)
            {
                escaped.Add(index);
            }
        }

        escaped.Should().BeEmpty();
    }

    [Test]
    public async Task A_proof_by_another_key_or_cut_off_at_any_line_is_none()
    {
        await using var host = await Fresh();
        await host.GivenAnnounced();
        var keys = await host.ProofKeys();
        var proof = await host.Proof();
        using var stranger = SigningKey.Create();

        var other = await Deciding.Verify(proof, [stranger.ToPublicPem()]);
        (other.Problem?.Code, other.Line).Should().Be(("proofOfAnotherKey", 2L));
        var lines = proof.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        for (var count = 0; count < lines.Length; count++)
        {
            (await Deciding.Verify(string.Concat(lines.Take(count).Select(line => $"{line}\n")), keys)).Problem.Should().NotBeNull("{0} lines", count);
        }

        (await Deciding.Verify(proof[..^1], keys)).Problem.Should().NotBeNull();
        (await Deciding.Verify(proof + lines[^1] + "\n", keys)).Problem.Should().NotBeNull();
    }

    private static List<int> PlacesOfDigits(string proof)
    {
        var places = Enumerable.Range(0, proof.Length).Where(index => char.IsAsciiDigit(proof[index])).ToArray();
        var random = new Random(418);
        random.Shuffle(places);
        TestContext.Out.WriteLine($"{Changes} of {places.Length} digits, seed 418");

        return [.. places.Take(Changes)];
    }
}
