using Compliance.Application.Cycles;
using Compliance.Application.Scoring;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Tests;

/// <summary>What is wrong is pointed at in the request as the client wrote it.</summary>
public sealed class PointerTests
{
    [Test]
    public Task Answers_are_pointed_at_in_their_list() => Refuses(
        new ScoreUnit(
            "2023",
            [
                new("input.competence.duties", "official:1", 4, null, null, null, null),
                new("input.competence.duties", "official:2", 5, null, null, null, null),
                new("input.competence.duties", "official:01", 1, null, null, null, null),
                new(null, "unit", 1, null, null, null, null),
                new("input.competence.duties", "official:3", 4, null, null, null, null, Technique.SecondaryData),
            ],
            null,
            false,
            Language.English),
        "answersRefused",
        "/answers/1/level levelOutOfRange",
        "/answers/2/subject wrongSubject",
        "/answers/3/indicator unknownIndicator",
        "/answers/4/technique unknownTechnique");

    [Test]
    public Task Points_are_pointed_at_by_their_dimension() => Refuses(
        new ScoreUnit("2023", null, new Dictionary<string, decimal> { ["input"] = 21.86m, ["luck"] = 1m }, false, Language.English),
        "pointsRefused",
        "/dimensions/input pointsOutOfRange",
        "/dimensions/luck unknownDimension");

    [Test]
    public Task Units_are_pointed_at_in_their_list() => Refuses(
        new ScoreInstitution("2023", [49.85m, 100.01m, -1m], false, Language.English),
        "scoreOutOfRange",
        "/units/1 scoreOutOfRange",
        "/units/2 scoreOutOfRange");

    [Test]
    public Task An_unknown_instrument_is_pointed_at() =>
        Refuses(new OpenCycle(null, 2026, "1999", new(2026, 5, 1), new(2026, 11, 30)), "unknownInstrument", "/instrument unknownInstrument");

    // The refusal concerns the request as a whole, so there is no place to point at.
    [Test]
    public Task A_refusal_without_places_passes_as_it_is() => Refuses(
        new ScoreUnit("2021", [], null, false, Language.English), "instrumentResultsOnly");

    private static async Task Refuses<TAnswer>(IRequest<TAnswer> request, string code, params string[] faults)
    {
        var act = () => UseCases.Send(request);

        var refusal = (await act.Should().ThrowAsync<DomainException>()).Which;
        refusal.Error.Code.Should().Be(code);
        refusal.Faults.Select(fault => $"{fault.Pointer} {fault.Error.Code}").Should().BeEquivalentTo(faults);
    }
}
