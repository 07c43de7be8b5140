using Compliance.Application.Common;
using Compliance.Application.Idempotency;
using Compliance.Domain.Common;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Requests;

/// <summary>A request under an <c>Idempotency-Key</c>: is answered once, and the same again gets the stored response.</summary>
internal sealed class KeyedRequest(HttpContext http, IdempotencyKeys keys, IdempotentRequest request)
{
    private static readonly string[] kept =
        [HeaderNames.CacheControl, HeaderNames.ContentLanguage, HeaderNames.ContentType, HeaderNames.ETag, HeaderNames.Location];

    /// <summary>Reads the body, for the comparison with the other request under the key. Returns null without a key.</summary>
    public static async Task<KeyedRequest?> Of(HttpContext http)
    {
        if (!http.Request.Headers.TryGetValue(IdempotencyHeader.Name, out var values) || http.GetEndpoint()?.Metadata.GetMetadata<IdempotentOperation>() is null)
        {
            return null;
        }

        var key = values.ToString();

        return IdempotencyKeys.IsKey(key)
            ? new(http, http.RequestServices.GetRequiredService<IdempotencyKeys>(), await Read(http.Request, key, http.RequestAborted))
            : throw new InvalidRequestException([RequestErrors.BadIdempotencyKey.At($"/{IdempotencyHeader.Name}")]);
    }

    public async Task AnswerOnce(RequestDelegate next)
    {
        if (!await Repeat())
        {
            keys.Open(request);
            await AnswerFirst(next);
        }
    }

    private static async Task<IdempotentRequest> Read(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        request.EnableBuffering();
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        request.Body.Position = 0;

        return new(key, request.Method, $"{request.Path}{request.QueryString}", body.ToArray());
    }

    /// <summary>
    /// Another request under the key may have been answered meanwhile. Then this one was stopped, or refused because that one's work is there; either
    /// way it gets the same response.
    /// </summary>
    private async Task AnswerFirst(RequestDelegate next)
    {
        byte[] body;

        try
        {
            body = await http.Commit(next, Keep);
        }
        catch (Exception failure) when (failure is DomainException or NotFoundException or AnsweredMeanwhileException)
        {
            if (await Repeat())
            {
                return;
            }

            if (failure is AnsweredMeanwhileException)
            {
                throw new DomainException(ConcurrencyErrors.ChangedMeanwhile);
            }

            throw;
        }

        if (http.Response.StatusCode < StatusCodes.Status400BadRequest || !await Repeat())
        {
            await http.Send(body);
        }
    }

    private async Task Keep(byte[] body)
    {
        var response = http.Response;

        if (response.StatusCode is >= StatusCodes.Status200OK and < StatusCodes.Status300MultipleChoices)
        {
            var headers = kept.Where(response.Headers.ContainsKey).ToDictionary(name => name, name => response.Headers[name].ToString());
            await keys.Keep(request, new(response.StatusCode, headers, body), http.RequestAborted);
        }
    }

    /// <returns>Whether there is a stored response.</returns>
    private async Task<bool> Repeat()
    {
        if (await keys.Find(request, http.RequestAborted) is not { } stored)
        {
            return false;
        }

        http.Response.Clear();
        http.Response.StatusCode = stored.Status;

        foreach (var (name, value) in stored.Headers)
        {
            http.Response.Headers[name] = value;
        }

        await http.Send(stored.Body);

        return true;
    }
}
