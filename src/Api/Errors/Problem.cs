using System.Diagnostics;
using Compliance.Api.Documents;
using Compliance.Domain.Common;

namespace Compliance.Api.Errors;

/// <summary>A problem document (RFC 9457) with a stable code.</summary>
/// <param name="Type">A stable URI for the code.</param>
internal sealed record Problem(
    string Type, string Title, int Status, string Detail, string Code, string TraceId, IReadOnlyList<InputError>? Errors)
{
    public const string MediaType = "application/problem+json";

    public static Problem Of(HttpContext http, HttpRefusal refusal, LocalizedText detail, IReadOnlyList<InputError>? errors = null)
    {
        var language = http.ReaderLanguage();

        return new(
            $"/problems/{refusal.Code}",
            Titles.Of(refusal.Status).In(language),
            refusal.Status,
            detail.In(language),
            refusal.Code,
            Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            errors);
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
    }
}

internal sealed class ProblemResult(HttpRefusal refusal, LocalizedText detail) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Problem.Of(httpContext, refusal, detail).WriteTo(httpContext);
}

/// <summary>One place of an input that is wrong. The pointer is a JSON pointer into the body, or names a query parameter.</summary>
internal sealed record InputError(string Pointer, string Code, string Message);

internal static class Titles
{
    public static LocalizedText Of(int status) => status switch
    {
        400 => new("Permintaan tidak terbaca", "The request cannot be read"),
        401 => new("Perlu masuk", "Credentials are needed"),
        403 => new("Tidak diizinkan", "Not allowed"),
        404 => new("Tidak ditemukan", "Not found"),
        405 => new("Cara ini tidak tersedia di sini", "This method is not available here"),
        409 => new("Bertentangan dengan keadaan sekarang", "In conflict with the present state"),
        412 => new("Sudah berubah", "It has changed meanwhile"),
        413 => new("Isi terlalu besar", "The body is too large"),
        415 => new("Jenis isi tidak didukung", "The media type is not supported"),
        416 => new("Bagian itu tidak ada", "There is no such part"),
        422 => new("Melanggar aturan", "A rule is broken"),
        428 => new("Perlu If-Match", "If-Match is needed"),
        429 => new("Terlalu banyak permintaan", "Too many requests"),
        503 => new("Belum siap", "Not ready yet"),
        504 => new("Terlalu lama", "It took too long"),
        _ => new("Kesalahan pada sistem", "Something went wrong on our side"),
    };
}
