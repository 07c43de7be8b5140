using Compliance.Application.Accounts;
using Compliance.Application.Assessments;
using Compliance.Application.Common;
using Compliance.Application.CorrectiveActions;
using Compliance.Application.Cycles;
using Compliance.Application.Instruments;
using Compliance.Application.PublicReports;
using Compliance.Application.Results;
using Compliance.Application.Scoring;
using FluentValidation;

namespace Compliance.Application.Tests;

/// <summary>Each validator through the door that every request takes, so that one which is not registered shows.</summary>
public sealed class ValidatorTests
{
    private static readonly AnswerInput Answer = new("a", "unit", 1, null, null, null, null);

    private static TestCaseData[] Malformed =>
    [
        Case("a score needs an instrument", new ScoreUnit("", [Answer], null, false, Language.English), "Instrument required"),
        Case("answers or dimensions", new ScoreUnit("2023", null, null, false, Language.English), "Answers answersOrDimensions"),
        Case(
            "never both",
            new ScoreUnit("2023", [Answer], new Dictionary<string, decimal>(), false, Language.English),
            "Answers answersOrDimensions"),
        Case(
            "no more answers than a sheet can hold",
            new ScoreUnit("2023", [.. Enumerable.Repeat(Answer, 10_001)], null, false, Language.English),
            "Answers tooMany"),
        Case("units to score", new ScoreInstitution(null, [], false, Language.English), "Instrument required", "Units required"),
        Case("units at all", new ScoreInstitution("2023", null, false, Language.English), "Units required"),
        Case(
            "a reasonable number of units",
            new ScoreInstitution("2023", [.. Enumerable.Repeat(1m, 10_001)], false, Language.English),
            "Units tooMany"),
        Case(
            "a whole cycle",
            new OpenCycle(null, null, "", null, null),
            "Year required",
            "Instrument required",
            "OpensOn required",
            "ClosesOn required"),
        Case("units to plan", new PlanAssessments(2023, null, null), "Units required"),
        Case("an address of the assessor", new PlanAssessments(2023, [Guid.Empty], "somebody"), "Assessor notAnEmail"),
        Case("an address without control characters", new PlanAssessments(2023, [Guid.Empty], "a@b\0"), "Assessor controlCharacter"),
        Case("a short address", new PlanAssessments(2023, [Guid.Empty], "a@" + new string('b', 199)), "Assessor tooLong"),
        Case("not everything at once", new PlanAssessments(2023, [.. Enumerable.Repeat(Guid.Empty, 5_001)], null), "Units tooMany"),
        Case("a target", new ListImprovements(Guid.Empty, null, Language.English), "Target required"),
        Case("a decision with its date", new ImportResults([], true, null, new(2023, 12, 14), Language.English), "Decision required"),
        Case("a password that can be hashed in time", new SignIn("a@b.example", new string('x', 2_001), null), "Password tooLong"),
        Case("a short decision", new ImportResults([], true, new string('x', 201), null, Language.English), "Decision tooLong"),
    ];

    [TestCaseSource(nameof(Malformed))]
    public async Task A_malformed_request_is_refused_with_every_place_and_code(Func<Task> send, string[] expected)
    {
        var refusal = await send.Should().ThrowAsync<ValidationException>();

        refusal.Which.Errors.Select(error => $"{error.PropertyName} {error.ErrorCode}").Should().BeEquivalentTo(expected);
        refusal.Which.Errors.Should().OnlyContain(error => error.CustomState is LocalizedText, "each place says in both languages what is wrong");
    }

    [Test]
    public async Task As_many_answers_as_allowed_are_read()
    {
        var act = () => UseCases.Send(new ScoreUnit("2023", [.. Enumerable.Repeat(Answer, 10_000)], null, false, Language.English));

        await act.Should().ThrowAsync<DomainException>();
    }

    [Test]
    public async Task Zero_is_a_number_and_nothing_is_missing()
    {
        var act = () => UseCases.Send(new RecordPublicReports("no such institution", new(2023, 6), ExpectedVersions.NotYet, 0, 0, null, 0));

        await act.Should().ThrowAsync<NotFoundException>();
    }

    [Test]
    public async Task No_is_an_answer_and_nothing_is_missing()
    {
        var act = () => UseCases.Send(new VerifyCorrectiveAction(Guid.Empty, ExpectedVersions.Of(1), false, "Belum dikerjakan."));

        await act.Should().ThrowAsync<NotFoundException>();
    }

    [Test]
    public async Task An_empty_list_of_grants_is_a_list()
    {
        var act = () => UseCases.Send(new ChangeUser(Guid.Empty, ExpectedVersions.Of(1), null, [], false, null));

        await act.Should().ThrowAsync<NotFoundException>();
    }

    private static TestCaseData Case<TAnswer>(string name, IRequest<TAnswer> request, params string[] expected) =>
        new((Func<Task>)(() => UseCases.Send(request)), expected) { TestName = $"{{m}}({name})" };
}
