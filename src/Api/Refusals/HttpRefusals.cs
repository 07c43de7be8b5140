using Compliance.Domain.Common;

namespace Compliance.Api.Refusals;

/// <summary>A refusal that is not a domain error: its status and its public code.</summary>
internal sealed record HttpRefusal(int Status, string Code);

/// <summary>Refusals because of the form of a request, by the framework, or because the program cannot respond.</summary>
internal static class HttpRefusals
{
    public static readonly HttpRefusal InvalidRequest = new(StatusCodes.Status400BadRequest, "invalidRequest");
    public static readonly HttpRefusal MalformedRequest = new(StatusCodes.Status400BadRequest, "malformedRequest");
    public static readonly HttpRefusal HttpsRequired = new(StatusCodes.Status400BadRequest, "httpsRequired");
    public static readonly HttpRefusal UnknownHost = new(StatusCodes.Status400BadRequest, "unknownHost");
    public static readonly HttpRefusal NotFound = new(StatusCodes.Status404NotFound, "notFound");
    public static readonly HttpRefusal MethodNotAllowed = new(StatusCodes.Status405MethodNotAllowed, "methodNotAllowed");

    public static readonly HttpRefusal NotAcceptable = new(StatusCodes.Status406NotAcceptable, "notAcceptable");

    /// <summary>The framework's own response to a conditional request for a file.</summary>
    public static readonly HttpRefusal PreconditionFailed = Other(StatusCodes.Status412PreconditionFailed);

    public static readonly HttpRefusal BodyTooLarge = new(StatusCodes.Status413PayloadTooLarge, "bodyTooLarge");
    public static readonly HttpRefusal UnsupportedMediaType = new(StatusCodes.Status415UnsupportedMediaType, "unsupportedMediaType");
    public static readonly HttpRefusal RangeNotSatisfiable = new(StatusCodes.Status416RangeNotSatisfiable, "rangeNotSatisfiable");
    public static readonly HttpRefusal ImportRefused = new(StatusCodes.Status422UnprocessableEntity, "importRefused");
    public static readonly HttpRefusal IfMatchMissing = new(StatusCodes.Status428PreconditionRequired, "ifMatchMissing");
    public static readonly HttpRefusal TooManyRequests = new(StatusCodes.Status429TooManyRequests, "tooManyRequests");
    public static readonly HttpRefusal InternalError = new(StatusCodes.Status500InternalServerError, "internalError");
    public static readonly HttpRefusal Starting = new(StatusCodes.Status503ServiceUnavailable, "starting");
    public static readonly HttpRefusal Busy = new(StatusCodes.Status503ServiceUnavailable, "busy");
    public static readonly HttpRefusal StorageUnavailable = new(StatusCodes.Status503ServiceUnavailable, "storageUnavailable");
    public static readonly HttpRefusal NotWritable = new(StatusCodes.Status503ServiceUnavailable, "notWritable");
    public static readonly HttpRefusal TookTooLong = new(StatusCodes.Status504GatewayTimeout, "tookTooLong");

    /// <summary>A status of the framework that has no code of its own.</summary>
    public static HttpRefusal Other(int status) => new(status, "refused");

    /// <summary>The response to a domain error, as returned and as documented.</summary>
    public static HttpRefusal Of(DomainError error) => new(StatusOf(error.Refusal), error.Code);

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.UnknownCaller => 401,
        Refusal.NotYours => 403,
        Refusal.ConflictsWithState => 409,
        Refusal.Outdated => 412,
        Refusal.TooLarge => 413,
        Refusal.NoSpace => 507,
        _ => 422,
    };
}
