using System.Text.Json;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Domain.Common;
using Compliance.Infrastructure.Persistence;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;

namespace Compliance.Api.Errors;

/// <summary>The only place where an exception becomes a status code.</summary>
internal sealed partial class ProblemHandler(ILogger<ProblemHandler> log) : IExceptionHandler
{
    private static readonly LocalizedText Invalid = new("Permintaan memuat isian yang tidak valid; setiap kesalahan dicantumkan.", "The request contains invalid input; each error is listed.");
    private static readonly LocalizedText Wrong = new("Isian ini tidak valid.", "This input is not valid.");
    private static readonly LocalizedText Malformed = new("Isi permintaan tidak dapat dibaca.", "The request body cannot be read.");
    private static readonly LocalizedText MediaType = new("Gunakan Content-Type yang tercantum dalam dokumentasi.", "Use a Content-Type that the documentation lists.");
    private static readonly LocalizedText IfMatchMissing = new("Sertakan If-Match dengan ETag dari pembacaan terakhir.", "Send If-Match with the ETag from your last read.");
    private static readonly LocalizedText Ours = new("Kesalahan ini telah dicatat; sebutkan traceId apabila Anda menghubungi kami.", "The error was logged; quote the traceId when you contact us.");

    private static readonly LocalizedText Unavailable = new(
        "Penyimpanan data sedang tidak tersedia dan tidak ada yang tersimpan dari permintaan ini; kirim ulang setelah jumlah detik dalam Retry-After.",
        "The storage is not available at the moment and nothing of this request was stored; send it again after the number of seconds in Retry-After.");

    /// <summary>Seconds: longer than a deadlock or a busy file lasts, and short enough for somebody who waits.</summary>
    private const string RetryAfter = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;

            return true;
        }

        var problem = ProblemOf(httpContext, exception);

        if (problem.Code == HttpRefusals.StorageUnavailable.Code)
        {
            LogUnavailable(exception, problem.TraceId);
            httpContext.Response.Headers.RetryAfter = RetryAfter;
        }
        else if (problem.Status >= StatusCodes.Status500InternalServerError && exception is not DomainException)
        {
            LogFailure(exception, problem.TraceId);
        }
        else if (problem.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status507InsufficientStorage)
        {
            LogRefusal(httpContext.Request.Method, httpContext.RequestedRoute(), problem.Code, httpContext.CallerForLog(), problem.TraceId);
        }

        await problem.WriteTo(httpContext);

        return true;
    }

    private static Problem ProblemOf(HttpContext http, Exception exception) => exception switch
    {
        InvalidRequestException invalid => Problem.Of(http, HttpRefusals.InvalidRequest, Invalid, invalid.Faults),
        ValidationException invalid => Problem.Of(http, HttpRefusals.InvalidRequest, Invalid, [.. invalid.Errors.Select(FaultOf)]),
        MalformedBodyException malformed => Problem.Of(http, HttpRefusals.MalformedRequest, Malformed, malformed.Faults),
        BadHttpRequestException { InnerException: JsonException json } => Problem.Of(http, HttpRefusals.MalformedRequest, Malformed, [FaultOf(json)]),
        BadHttpRequestException { StatusCode: 413 } => Problem.Of(http, HttpRefusals.BodyTooLarge, BodyLimit.Exceeded(http)),
        BadHttpRequestException { StatusCode: 415 } => Problem.Of(http, HttpRefusals.UnsupportedMediaType, MediaType),
        BadHttpRequestException bad => Problem.Of(http, HttpRefusals.MalformedRequest with { Status = bad.StatusCode }, Malformed),
        BadCursorException => Problem.Of(http, HttpRefusals.InvalidRequest, Invalid, [RequestErrors.BadCursor.At("/cursor")]),
        IfMatchMissingException => Problem.Of(http, HttpRefusals.IfMatchMissing, IfMatchMissing),
        NotAcceptableException refused => Problem.Of(http, HttpRefusals.NotAcceptable, NotAcceptable(string.Join(", ", refused.MediaTypes))),
        NotFoundException missing => Problem.Of(http, HttpRefusals.NotFound, missing.Words),
        DomainException refusal => Problem.Of(
            http,
            HttpRefusals.Of(refusal.Error),
            refusal.Error.Message,
            refusal.Faults.Count == 0 ? null : refusal.Faults),
        _ when Outage.IsTemporary(exception) => Problem.Of(http, HttpRefusals.StorageUnavailable, Unavailable),
        _ => Problem.Of(http, HttpRefusals.InternalError, Ours),
    };

    private static LocalizedText NotAcceptable(string available) => new(
        $"Accept tidak mencakup jenis isi yang tersedia: {available}.", $"Accept includes none of the available media types: {available}.");

    private static Fault FaultOf(FluentValidation.Results.ValidationFailure failure) =>
        new DomainError(failure.ErrorCode, Refusal.BreaksRule, failure.CustomState as LocalizedText ?? Wrong).At(PointerOf(failure.PropertyName));

    private static Fault FaultOf(JsonException json) =>
        ((json as RefusedValueException)?.Error ?? InputErrors.Malformed).At(PointerOf(json.Path?.TrimStart('$').TrimStart('.') ?? ""));

    /// <summary>Converts "Units[3].Name" and "answers[3].level" into the JSON pointers /units/3/name and /answers/3/level.</summary>
    private static string PointerOf(string path) => path.Length == 0
        ? ""
        : "/" + string.Join('/', path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Split('.').Select(CamelCase.Of));

    [LoggerMessage(LogLevel.Error, "A request failed (trace {TraceId}).")]
    private partial void LogFailure(Exception problem, string traceId);

    [LoggerMessage(LogLevel.Warning, "The storage was not available for a request (trace {TraceId}).")]
    private partial void LogUnavailable(Exception problem, string traceId);

    [LoggerMessage(LogLevel.Information, "Refused {Method} {Route}: {Code} ({Caller}, trace {TraceId}).")]
    private partial void LogRefusal(string method, string route, string code, string caller, string traceId);
}
