using Compliance.Domain.Common;

namespace Compliance.Api.Refusals;

/// <summary>Declares the problems of an operation for the documentation.</summary>
internal static class DeclaredRefusals
{
    /// <summary>
    /// Their status follows from the kind of refusal. If the message of an error has arguments, any value will do here:
    /// the documentation shows only the code.
    /// </summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params IReadOnlyList<DomainError> errors)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.Refuses([.. errors.Select(HttpRefusals.Of)]);

    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params IReadOnlyList<HttpRefusal> refusals)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata([.. refusals]);
}
