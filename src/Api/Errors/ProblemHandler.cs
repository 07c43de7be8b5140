using System.Text.Json;
using Compliance.Api.Documents;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Domain.Common;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;

namespace Compliance.Api.Errors;

/// <summary>The only place where an exception becomes a status code.</summary>
internal sealed partial class ProblemHandler(ILogger<ProblemHandler> log) : IExceptionHandler
{
    private static readonly LocalizedText Invalid = new("Ada isian yang salah; setiap tempatnya disebutkan.", "Some input is wrong; each place is named.");
    private static readonly LocalizedText Wrong = new("Isian ini salah.", "This input is wrong.");
    private static readonly LocalizedText Malformed = new("Isi permintaan tidak terbaca.", "The body of the request cannot be read.");
    private static readonly LocalizedText TooLarge = new("Isi permintaan melebihi batas 10 MB.", "The body of the request exceeds the limit of 10 MB.");
    private static readonly LocalizedText MediaType = new("Gunakan Content-Type yang disebut dalam dokumentasi.", "Use the Content-Type that the documentation names.");
    private static readonly LocalizedText IfMatchMissing = new("Kirim If-Match dengan ETag dari pembacaan terakhir.", "Send If-Match with the ETag of your last read.");
    private static readonly LocalizedText Ours = new("Kami sudah mencatatnya; sebutkan traceId bila menghubungi kami.", "It is in our log; name the traceId when you contact us.");

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;

            return true;
        }

        var problem = ProblemOf(httpContext, exception);

        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            LogFailure(exception, problem.TraceId);
        }
        else if (problem.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
        {
            LogRefusal(httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName, problem.Code, problem.TraceId);
        }

        await problem.WriteTo(httpContext);

        return true;
    }

    private static Problem ProblemOf(HttpContext http, Exception exception) => exception switch
    {
        InvalidRequestException invalid => Problem.Of(http, 400, "invalidRequest", Invalid, [.. invalid.Faults.Select(fault => ErrorOf(http, fault))]),
        ValidationException invalid => Problem.Of(http, 400, "invalidRequest", Invalid, [.. invalid.Errors.Select(failure => ErrorOf(http, failure))]),
        BadHttpRequestException { InnerException: JsonException json } => Problem.Of(http, 400, "malformedRequest", Malformed, [ErrorOf(http, json)]),
        BadHttpRequestException { StatusCode: 413 } => Problem.Of(http, 413, "bodyTooLarge", TooLarge),
        BadHttpRequestException { StatusCode: 415 } => Problem.Of(http, 415, "unsupportedMediaType", MediaType),
        BadHttpRequestException bad => Problem.Of(http, bad.StatusCode, "malformedRequest", Malformed),
        BadCursorException => Problem.Of(http, 400, "invalidRequest", Invalid, [ErrorOf(http, RequestErrors.BadCursor.At("/cursor"))]),
        IfMatchMissingException => Problem.Of(http, 428, "ifMatchMissing", IfMatchMissing),
        NotFoundException missing => Problem.Of(http, 404, "notFound", NotFound(missing)),
        DomainException refusal => Problem.Of(
            http,
            StatusOf(refusal.Error.Refusal),
            refusal.Error.Code,
            refusal.Error.Message,
            refusal.Faults.Count == 0 ? null : [.. refusal.Faults.Select(fault => ErrorOf(http, fault))]),
        _ => Problem.Of(http, 500, "internalError", Ours),
    };

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.UnknownCaller => 401,
        Refusal.NotYours => 403,
        Refusal.ConflictsWithState => 409,
        Refusal.Outdated => 412,
        Refusal.TooLarge => 413,
        _ => 422,
    };

    private static LocalizedText NotFound(NotFoundException missing) => new(
        $"{missing.What} '{missing.Key}' tidak ada, atau tidak terlihat bagi Anda.",
        $"{missing.What} '{missing.Key}' does not exist, or not for you.");

    private static InputError ErrorOf(HttpContext http, Fault fault) =>
        new(fault.Pointer, fault.Error.Code, fault.Error.Message.In(http.ReaderLanguage()));

    private static InputError ErrorOf(HttpContext http, FluentValidation.Results.ValidationFailure failure) => new(
        PointerOf(failure.PropertyName),
        failure.ErrorCode,
        (failure.CustomState as LocalizedText ?? Wrong).In(http.ReaderLanguage()));

    private static InputError ErrorOf(HttpContext http, JsonException json) => new(
        PointerOf(json.Path?.TrimStart('$').TrimStart('.') ?? ""),
        InputErrors.Malformed.Code,
        InputErrors.Malformed.Message.In(http.ReaderLanguage()));

    /// <summary>"Units[3].Name" and "answers[3].level" as the JSON pointers /units/3/name and /answers/3/level.</summary>
    private static string PointerOf(string path) => path.Length == 0
        ? ""
        : "/" + string.Join('/', path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    [LoggerMessage(LogLevel.Error, "A request failed (trace {TraceId}).")]
    private partial void LogFailure(Exception problem, string traceId);

    [LoggerMessage(LogLevel.Information, "Refused {Method} {Endpoint}: {Code} (trace {TraceId}).")]
    private partial void LogRefusal(string method, string? endpoint, string code, string traceId);
}
