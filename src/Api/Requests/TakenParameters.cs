using Compliance.Domain.Common;

namespace Compliance.Api.Requests;

/// <summary>A parameter of an operation, for the documentation.</summary>
internal sealed record TakenParameter(string Name, string Description);

/// <summary>
/// Documents the parameters of an operation at its route; those of a path that several operations share, at
/// their group. If an operation has an undocumented parameter, or declares one that it does not have, the documentation fails.
/// </summary>
internal static class TakenParameters
{
    public static TBuilder Takes<TBuilder>(this TBuilder endpoint, string name, string description)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new TakenParameter(name, description));

    /// <summary>One value of a closed set, as <see cref="QueryParser"/> parses it.</summary>
    /// <param name="what">The meaning of the values, without a full stop.</param>
    public static RouteHandlerBuilder TakesOneOf<T>(this RouteHandlerBuilder endpoint, string name, string what)
        where T : struct, Enum => endpoint.TakesOneOf(name, what, ValuesOf<T>());

    public static RouteHandlerBuilder TakesOneOf(this RouteHandlerBuilder endpoint, string name, string what, IEnumerable<string> values) =>
        endpoint.Takes(name, $"{what}: one of {string.Join(", ", values)}.");

    /// <summary>Values of a closed set, separated by commas.</summary>
    public static RouteHandlerBuilder TakesListOf<T>(this RouteHandlerBuilder endpoint, string name, string what)
        where T : struct, Enum => endpoint.Takes(name, $"{what}, separated by commas: any of {string.Join(", ", ValuesOf<T>())}.");

    private static IEnumerable<string> ValuesOf<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => value.ToCamelCase());
}

/// <summary>The parameters that several operations have in common.</summary>
internal static class ParameterTexts
{
    public const string Agreement = "The id of the agreement.";
    public const string Assessment = "The id of the assessment.";
    public const string Cycle = "The year of the cycle.";
    public const string Document = "The id of the document.";
    public const string DryRun = "true: report what would happen and store nothing.";
    public const string Evidence = "The id of the piece of evidence.";
    public const string Indicator = "The code of an indicator, such as input.facilities.toilet.";
    public const string Institution = "The code of the institution: by Kemendagri (14.01), or a short name (kemenlu, polres-kampar).";
    public const string InstitutionKind = "The kind of institution";
    public const string Instrument = "The code of the instrument, such as 2023.";
    public const string JointService = "The id of the joint service.";
    public const string Office = "The code of the office: that of its province, such as 14, or 00 for head office.";
    public const string Province = "The two-digit code of a province (Kemendagri), such as 14.";
    public const string RefusedAnswer = "The key of the refused answer.";
    public const string ResultYear = "The year of the result, 2009 to 2100.";
    public const string Subject = "What is observed: unit, product:n, respondent:n or official:n.";
    public const string Trace = "true: with every step of the calculation.";
    public const string Unit = "The id of the service unit.";
}
