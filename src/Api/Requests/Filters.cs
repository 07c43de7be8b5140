using Compliance.Domain.Common;

namespace Compliance.Api.Requests;

internal static class Filters
{
    /// <summary>Refuses an unknown parameter, with the list of known ones, instead of ignoring it.</summary>
    public static RouteGroupBuilder RefuseUnknownParameters(this RouteGroupBuilder group) => group.AddEndpointFilterFactory((context, next) =>
    {
        var known = context.MethodInfo.GetParameters()
            .Where(parameter => parameter.ParameterType == typeof(string))
            .Select(parameter => parameter.Name!)
            .ToList();

        return invocation =>
        {
            var query = invocation.HttpContext.Request.Query;

            return query.Count == 0 || Check(query, known) is not { Count: > 0 } faults ? next(invocation) : throw new InvalidRequestException(faults);
        };
    });

    private static List<Fault> Check(IQueryCollection query, List<string> known) =>
    [
        .. query.Where(parameter => !known.Contains(parameter.Key)).Select(parameter => RequestErrors.UnknownParameter(known).At($"/{parameter.Key}")),
        .. query.Where(parameter => parameter.Value.Count > 1).Select(parameter => RequestErrors.Twice.At($"/{parameter.Key}")),
    ];
}

/// <summary>A header that an operation reads, for the documentation.</summary>
internal sealed record TakenHeader(string Name, string Description);

internal static class TakenHeaders
{
    public static TBuilder TakesHeader<TBuilder>(this TBuilder endpoint, string name, string description)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new TakenHeader(name, description));
}
