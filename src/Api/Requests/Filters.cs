using Compliance.Domain.Common;

namespace Compliance.Api.Requests;

internal static class Filters
{
    /// <summary>
    /// Refuses an unknown parameter, with the list of known ones, instead of ignoring it; and an empty one of an operation that writes,
    /// which would do something else than what its caller wrote down.
    /// </summary>
    public static RouteGroupBuilder RefuseUnknownParameters(this RouteGroupBuilder group) => group.AddEndpointFilterFactory((context, next) =>
    {
        var known = context.MethodInfo.GetParameters()
            .Where(parameter => parameter.ParameterType == typeof(string))
            .Select(parameter => parameter.Name!)
            .ToList();

        return invocation =>
        {
            var request = invocation.HttpContext.Request;

            return request.Query.Count == 0 || Check(request, known) is not { Count: > 0 } faults ? next(invocation) : throw new InvalidRequestException(faults);
        };
    });

    private static List<Fault> Check(HttpRequest request, List<string> known)
    {
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

        return
        [
            .. request.Query.Where(parameter => !known.Contains(parameter.Key)).Select(parameter => RequestErrors.UnknownParameter(known).At($"/{parameter.Key}")),
            .. request.Query.Where(parameter => parameter.Value.Count > 1).Select(parameter => RequestErrors.Twice.At($"/{parameter.Key}")),
            .. request.Query.Where(parameter => !reads && known.Contains(parameter.Key) && parameter.Value is [""])
                .Select(parameter => RequestErrors.EmptyParameter.At($"/{parameter.Key}")),
        ];
    }
}

/// <summary>A header that an operation reads, for the documentation.</summary>
internal sealed record TakenHeader(string Name, string Description);

internal static class TakenHeaders
{
    public static TBuilder TakesHeader<TBuilder>(this TBuilder endpoint, string name, string description)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new TakenHeader(name, description));
}
