using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Compliance.Application.Common;

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

    // The others cut at a sign that they have found, or cut off texts without pairs of surrogates: hashes, codes, a date.
    [Test]
    public void Only_one_place_cuts_texts_off() =>
        Layers.All.SelectMany(layer => layer.GetTypes())
            .SelectMany(type => type.Members().OfType<MethodBase>().Where(method => method.DeclaringType == type))
            .Where(method => Bodies.Calls(method).Any(IsCut))
            .Select(method => Outermost(method.DeclaringType!).Name)
            .Distinct()
            .Should().BeEquivalentTo(
                nameof(PlainText), "DateInput", "CanonicalTokens", "SigningKey", "RefusedItem", "PrintedResultRules", "CommonPasswords", "DownloadName", "ProtectionSecret", "ClamAv", "EvidenceFolder",
                "JointServiceDemo", "StoredDocument", "HostSettings");

    /// <summary>They are stored as hashes, or compared by their bytes, so they must arrive as they were sent.</summary>
    [Test]
    public void Secrets_are_read_as_they_were_sent()
    {
        string[] secrets = ["Password", "Otp", "Token", "RefreshToken", "Current", "Next", "Secret", "Email"];
        var members = Layers.Api.Written().Where(type => type.Name.EndsWith("Body", StringComparison.Ordinal)).SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType == typeof(string) && secrets.Contains(property.Name)).ToList();

        members.Should().HaveCountGreaterThan(8);
        members.Where(property => property.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType != typeof(TextAsSent))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}").Should().BeEmpty();
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

    /// <summary>Also what the compiler makes of a range of a text.</summary>
    private static bool IsCut(MethodBase called) =>
        called.DeclaringType == typeof(string) && called is { Name: nameof(string.Substring) or nameof(string.Remove) } && called.GetParameters().Length == 2;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    [GeneratedRegex("^[a-z]+([A-Z][a-z0-9]*|[0-9]+)*$")]
    private static partial Regex CamelCase();
}
