using Compliance.Domain.Common;

namespace Compliance.Api.Refusals;

/// <summary>Tells the documentation which problems an operation answers with.</summary>
internal static class DeclaredRefusals
{
    /// <summary>
    /// Their status follows from how the domain refuses. An error whose message names what it is about is declared with
    /// any argument: the documentation shows its code alone.
    /// </summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params IReadOnlyList<DomainError> errors)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.Refuses([.. errors.Select(HttpRefusals.Of)]);

    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params IReadOnlyList<HttpRefusal> refusals)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata([.. refusals]);
}
