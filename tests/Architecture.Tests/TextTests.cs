using System.Reflection;
using System.Text.RegularExpressions;

namespace Compliance.Architecture.Tests;

/// <summary>Errors are public: people read their messages in two languages, and programs rely on their codes, which never change.</summary>
public sealed partial class TextTests
{
    private static readonly (string Place, DomainError Error)[] Named =
    [
        .. Layers.All.SelectMany(layer => layer.Written())
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(DomainError))
            .Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", (DomainError)field.GetValue(null)!)),
    ];

    [Test]
    public void Every_refusal_speaks_both_languages()
    {
        Named.Should().HaveCountGreaterThan(30);
        Named.Where(each => each.Error.Message.Id.Trim().Length == 0 || each.Error.Message.En.Trim().Length == 0 || each.Error.Message.Id == each.Error.Message.En)
            .Should().BeEmpty();
    }

    [Test]
    public void Every_refusal_is_a_sentence() =>
        Named.Where(each => !each.Error.Message.Id.EndsWith('.') || !each.Error.Message.En.EndsWith('.')).Should().BeEmpty();

    [Test]
    public void Codes_are_written_in_camelCase() => Named.Where(each => !CamelCase().IsMatch(each.Error.Code)).Should().BeEmpty();

    [Test]
    public void A_code_means_one_thing_in_the_same_words() =>
        Named.GroupBy(each => each.Error.Code).Where(group => group.Select(each => each.Error).Distinct().Count() > 1).Select(group => group.Key)
            .Should().BeEmpty();

    [Test]
    public void A_code_is_always_answered_alike() =>
        Named.GroupBy(each => each.Error.Code).Where(group => group.Select(each => each.Error.Refusal).Distinct().Count() > 1).Select(group => group.Key)
            .Should().BeEmpty();

    [Test]
    public void No_refusal_of_the_domain_is_written_out_again_in_the_Api()
    {
        var refusals = Layers.Api.GetType("Compliance.Api.Refusals.HttpRefusals", throwOnError: true)!.GetFields();
        var codes = refusals.Select(field => (string)field.FieldType.GetProperty("Code")!.GetValue(field.GetValue(null))!).ToList();

        codes.Should().HaveCountGreaterThan(10).And.OnlyContain(code => CamelCase().IsMatch(code));
        codes.Intersect(Named.Select(each => each.Error.Code)).Should().BeEmpty();
    }

    [GeneratedRegex("^[a-z]+([A-Z][a-z0-9]*|[0-9]+)*$")]
    private static partial Regex CamelCase();
}
