using System.Net;
using Compliance.Api.Errors;
using Compliance.Domain.Common;

namespace Compliance.Api.Requests;

internal static class Filters
{
    private static readonly Text WritingClosed = new(
        "Sampai ada akun, menulis hanya dari komputer ini sendiri dalam lingkungan Development.",
        "Until there are accounts, writing is open only to this very machine in Development.");

    /// <summary>A misspelt parameter is refused with the known ones instead of being passed over.</summary>
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

    /// <summary>The place of authorization until there are accounts: only this machine writes, and only in Development.</summary>
    /// <param name="role">Who may call it once there are accounts (contract section 7).</param>
    public static TBuilder WritesFromThisMachineOnly<TBuilder>(this TBuilder endpoint, string role)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new RequiredRole(role)).Refuses(403, "writingClosed").AddEndpointFilter(async (invocation, next) =>
    {
        var http = invocation.HttpContext;
        var isOpen = http.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment()
            && (http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress));

        return isOpen ? await next(invocation) : new ProblemResult(403, "writingClosed", WritingClosed);
    });

    private static List<Fault> Check(IQueryCollection query, List<string> known) =>
    [
        .. query.Where(parameter => !known.Contains(parameter.Key)).Select(parameter => RequestErrors.UnknownParameter(known).At($"/{parameter.Key}")),
        .. query.Where(parameter => parameter.Value.Count > 1).Select(parameter => RequestErrors.Twice.At($"/{parameter.Key}")),
    ];
}

/// <summary>Who may call an operation; without it, everyone.</summary>
internal sealed record RequiredRole(string Name);

/// <summary>Codes of problems that an operation answers with under one status, for the documentation.</summary>
internal sealed record Refusals(int Status, IReadOnlyList<string> Codes);

internal static class RefusalMetadata
{
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, int status, params string[] codes)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Refusals(status, codes));
}

internal sealed class ProblemResult(int status, string code, Text detail) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Problem.Of(httpContext, status, code, detail).WriteTo(httpContext);
}
