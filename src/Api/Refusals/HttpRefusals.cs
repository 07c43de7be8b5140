using Compliance.Domain.Common;

namespace Compliance.Api.Refusals;

/// <summary>A refusal that no rule of the domain makes: its status and its public code.</summary>
internal sealed record HttpRefusal(int Status, string Code);

/// <summary>What is refused for the shape of a request, by the framework, or because the program is not able to answer.</summary>
internal static class HttpRefusals
{
    public static readonly HttpRefusal InvalidRequest = new(StatusCodes.Status400BadRequest, "invalidRequest");
    public static readonly HttpRefusal MalformedRequest = new(StatusCodes.Status400BadRequest, "malformedRequest");
    public static readonly HttpRefusal NotFound = new(StatusCodes.Status404NotFound, "notFound");
    public static readonly HttpRefusal MethodNotAllowed = new(StatusCodes.Status405MethodNotAllowed, "methodNotAllowed");

    /// <summary>The framework's own answer where the bytes of a file are asked for under a condition.</summary>
    public static readonly HttpRefusal PreconditionFailed = Other(StatusCodes.Status412PreconditionFailed);

    public static readonly HttpRefusal BodyTooLarge = new(StatusCodes.Status413PayloadTooLarge, "bodyTooLarge");
    public static readonly HttpRefusal UnsupportedMediaType = new(StatusCodes.Status415UnsupportedMediaType, "unsupportedMediaType");
    public static readonly HttpRefusal RangeNotSatisfiable = new(StatusCodes.Status416RangeNotSatisfiable, "rangeNotSatisfiable");
    public static readonly HttpRefusal ImportRefused = new(StatusCodes.Status422UnprocessableEntity, "importRefused");
    public static readonly HttpRefusal IfMatchMissing = new(StatusCodes.Status428PreconditionRequired, "ifMatchMissing");
    public static readonly HttpRefusal TooManyRequests = new(StatusCodes.Status429TooManyRequests, "tooManyRequests");
    public static readonly HttpRefusal InternalError = new(StatusCodes.Status500InternalServerError, "internalError");
    public static readonly HttpRefusal Starting = new(StatusCodes.Status503ServiceUnavailable, "starting");
    public static readonly HttpRefusal TookTooLong = new(StatusCodes.Status504GatewayTimeout, "tookTooLong");

    /// <summary>What the framework refuses with a status that has no code of its own.</summary>
    public static HttpRefusal Other(int status) => new(status, "refused");

    /// <summary>How a refusal of the domain is answered, and documented on the operations.</summary>
    public static HttpRefusal Of(DomainError error) => new(StatusOf(error.Refusal), error.Code);

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.UnknownCaller => 401,
        Refusal.NotYours => 403,
        Refusal.ConflictsWithState => 409,
        Refusal.Outdated => 412,
        Refusal.TooLarge => 413,
        _ => 422,
    };
}
