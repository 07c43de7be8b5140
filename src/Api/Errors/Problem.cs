using System.Diagnostics;
using System.Text.Json.Serialization;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Domain.Access;
using Compliance.Domain.Common;

namespace Compliance.Api.Errors;

/// <summary>A problem document (RFC 9457) with a stable code.</summary>
/// <param name="Type">A stable URI for the code.</param>
/// <param name="MoreErrors">How many further errors are not listed; left out if all are.</param>
internal sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    string TraceId,
    IReadOnlyList<InputError>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? MoreErrors)
{
    public const string MediaType = "application/problem+json";

    /// <summary>Somebody has to free the disk.</summary>
    private const string SecondsUntilFreed = "300";

    /// <param name="faults">Those beyond the limit of the operation are only counted.</param>
    public static Problem Of(HttpContext http, HttpRefusal refusal, LocalizedText detail, IReadOnlyList<Fault>? faults = null)
    {
        var language = http.ReaderLanguage();
        var more = (faults?.Count ?? 0) - ListedFaults.Most(http);

        return new(
            $"/problems/{refusal.Code}",
            Titles.Of(refusal.Status, refusal.Code).In(language),
            refusal.Status,
            detail.In(language),
            refusal.Code,
            Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            faults is null ? null : [.. faults.Take(ListedFaults.Most(http)).Select(fault => InputError.Of(fault, language))],
            more > 0 ? more : null);
    }

    public Task WriteTo(HttpContext http)
    {
        SetHeaders(http);

        return http.Response.WriteAsJsonAsync(this, ApiJson.Default.Problem, MediaType);
    }

    public void SetHeaders(HttpContext http)
    {
        http.Response.StatusCode = Status;
        http.Response.Headers.ContentLanguage = http.ReaderLanguage().Tag();
        http.Response.Headers.CacheControl = "no-store";

        if (Status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (Status == StatusCodes.Status507InsufficientStorage)
        {
            http.Response.Headers.RetryAfter = SecondsUntilFreed;
        }
    }
}

internal sealed class ProblemResult(HttpRefusal refusal, LocalizedText detail) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Problem.Of(httpContext, refusal, detail).WriteTo(httpContext);
}

/// <summary>One fault of a request. The pointer is a JSON pointer into the body, or names a query parameter.</summary>
internal sealed record InputError(string Pointer, string Code, string Message)
{
    public static InputError Of(Fault fault, Language language) => new(fault.Pointer, fault.Error.Code, fault.Error.Message.In(language));
}

/// <summary>Marks an operation whose refusals list every fault, such as everything that an assessment still lacks.</summary>
internal sealed record ListsEveryFault;

internal static class ListedFaults
{
    private const int Usual = 100;
    private const int Complete = 10_000;

    public static TBuilder ListsEveryFault<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ListsEveryFault());

    /// <summary>How many faults a response lists.</summary>
    public static int Most(HttpContext http) => http.RequestedEndpoint()?.Metadata.GetMetadata<ListsEveryFault>() is null ? Usual : Complete;
}

internal static class Titles
{
    private static readonly LocalizedText SignInFailed = new("Gagal masuk", "Sign-in failed");

    /// <summary>A request without credentials gets another title than one with invalid credentials.</summary>
    public static LocalizedText Of(int status, string code) => status == 401 && code != AccessErrors.CredentialsNeeded.Code ? SignInFailed : Of(status);

    public static LocalizedText Of(int status) => status switch
    {
        400 => new("Permintaan tidak valid", "Invalid request"),
        401 => new("Perlu masuk", "Sign-in required"),
        403 => new("Tidak diizinkan", "Not allowed"),
        404 => new("Tidak ditemukan", "Not found"),
        405 => new("Metode tidak didukung", "Method not supported"),
        406 => new("Jenis isi tidak tersedia", "Media type not available"),
        409 => new("Tidak dapat diproses pada status saat ini", "Not possible in the current state"),
        412 => new("Data telah berubah", "The data has changed"),
        413 => new("Ukuran terlalu besar", "Too large"),
        415 => new("Jenis isi tidak didukung", "Unsupported media type"),
        416 => new("Rentang tidak tersedia", "Range not available"),
        422 => new("Tidak sesuai dengan ketentuan", "Rule violated"),
        428 => new("If-Match wajib disertakan", "If-Match required"),
        429 => new("Terlalu banyak permintaan", "Too many requests"),
        503 => new("Layanan sementara tidak tersedia", "Temporarily unavailable"),
        504 => new("Batas waktu terlampaui", "Time limit exceeded"),
        507 => new("Ruang penyimpanan tidak cukup", "Not enough storage"),
        _ => new("Kesalahan pada sistem", "Internal error"),
    };
}
