using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Domain.Common;

namespace Compliance.Api.Errors;

internal static class ProblemServices
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddExceptionHandler<ProblemHandler>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => EmptyStatus(context.HttpContext));
    }

    /// <summary>When the framework refuses with only a status, the response still gets a problem document.</summary>
    private static Task EmptyStatus(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var (refusal, detail) = status switch
        {
            404 => (HttpRefusals.NotFound, new LocalizedText("Alamat ini tidak ditemukan.", "There is nothing at this address.")),
            405 => (HttpRefusals.MethodNotAllowed, new("Alamat ini tidak mendukung metode tersebut.", "This address does not support that method.")),
            413 => (HttpRefusals.BodyTooLarge, BodyLimit.Exceeded(http)),
            415 => (HttpRefusals.UnsupportedMediaType, new("Gunakan Content-Type yang tercantum dalam dokumentasi.", "Use a Content-Type that the documentation lists.")),
            416 => (HttpRefusals.RangeNotSatisfiable, new("Rentang tersebut tidak tersedia dalam berkas ini.", "The file has no such range.")),
            504 => (HttpRefusals.TookTooLong, new("Permintaan ini melewati batas waktu; persempit cakupannya atau coba lagi.", "The request exceeded its time limit; narrow it down or try again.")),
            _ => (HttpRefusals.Other(status), new("Permintaan ini ditolak.", "The request was refused.")),
        };

        return Problem.Of(http, refusal, detail).WriteTo(http);
    }
}
