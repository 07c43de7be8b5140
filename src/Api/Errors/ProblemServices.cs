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

    /// <summary>What the framework refuses by a bare status gets the same document as everything else.</summary>
    private static Task EmptyStatus(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var (refusal, detail) = status switch
        {
            404 => (HttpRefusals.NotFound, new LocalizedText("Alamat ini tidak ada.", "There is nothing at this address.")),
            405 => (HttpRefusals.MethodNotAllowed, new("Alamat ini tidak menerima cara tersebut.", "This address does not take that method.")),
            413 => (HttpRefusals.BodyTooLarge, new("Isi permintaan melebihi batas 10 MB.", "The body of the request exceeds the limit of 10 MB.")),
            415 => (HttpRefusals.UnsupportedMediaType, new("Gunakan Content-Type yang disebut dalam dokumentasi.", "Use the Content-Type that the documentation names.")),
            416 => (HttpRefusals.RangeNotSatisfiable, new("Berkas ini tidak memiliki bagian itu.", "The file has no such part.")),
            504 => (HttpRefusals.TookTooLong, new("Permintaan ini melewati batas waktu; persempit atau coba lagi.", "The request exceeded its time limit; narrow it down or try again.")),
            _ => (HttpRefusals.Other(status), Titles.Of(status)),
        };

        return Problem.Of(http, refusal, detail).WriteTo(http);
    }
}
