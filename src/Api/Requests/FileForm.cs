using System.Text;
using Compliance.Application.Common;
using Compliance.Application.Evidence;
using Compliance.Domain.Common;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Requests;

/// <summary>
/// Reads a form with a file as a stream, field by field. The file is stored at once, wherever it is among the
/// fields, and deleted if anything else is invalid.
/// </summary>
/// <param name="names">The allowed fields besides the file.</param>
/// <param name="repeated">The field among them that may be repeated; null if none.</param>
internal sealed class FileForm(IEvidenceStore store, EvidenceSettings settings, IReadOnlyList<string> names, string? repeated = null)
{
    public const string MediaType = "multipart/form-data";
    public const string FileField = "file";

    private const int LongestBoundary = 100;
    private const int LongestField = 16 * 1024;
    private const int MostFields = 150;
    private const int MostHeaders = 8;
    private const int LongestHeaders = 4 * 1024;

    private static readonly UTF8Encoding strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, string> fields = [];
    private readonly List<string> repetitions = [];
    private readonly List<Fault> faults = [];
    private readonly string[] known = [FileField, .. names];

    public IncomingFile? File { get; private set; }

    /// <summary>The name and media type of the file that the client declared.</summary>
    public (string? Name, string? MediaType) Declared { get; private set; }

    /// <summary>The values of the repeatable field.</summary>
    public IReadOnlyList<string> Repetitions => repetitions;

    public List<Fault> Faults => faults;

    /// <summary>Reads the whole form and converts it; the file is deleted if that fails.</summary>
    public Task<T> Read<T>(HttpContext http, Func<FileForm, QueryParser, T> make, CancellationToken cancellationToken) =>
        http.ReadLargeBody(settings.MaxBytes, () => Read(http.Request, make, cancellationToken));

    /// <summary>An empty field counts as absent, because browsers send empty fields.</summary>
    public string? Field(string name) => fields.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    public string RequiredField(QueryParser reading, string name, int most = PlainText.NameLength)
    {
        if (Field(name) is null)
        {
            faults.Add(PlainText.Required.At($"/{name}"));
        }

        return reading.Text(name, Field(name), most) ?? "";
    }

    /// <summary>Requires exactly one of the file and these fields.</summary>
    public void RequireOneSource(params IReadOnlyList<string> others)
    {
        if ((File is null ? 0 : 1) + others.Count(name => Field(name) is not null) != 1)
        {
            faults.Add(RequestErrors.OneSource([FileField, .. others]).At(""));
        }
    }

    private async Task<T> Read<T>(HttpRequest request, Func<FileForm, QueryParser, T> make, CancellationToken cancellationToken)
    {
        var isRead = false;

        try
        {
            await ReadFields(
                new(BoundaryOf(request), request.Body) { HeadersCountLimit = MostHeaders, HeadersLengthLimit = LongestHeaders }, cancellationToken);
            var reading = new QueryParser(faults);
            var made = make(this, reading);
            reading.Check();
            isRead = true;

            return made;
        }
        finally
        {
            if (!isRead && File is not null)
            {
                await File.DisposeAsync();
            }
        }
    }

    private static string BoundaryOf(HttpRequest request) =>
        HeaderUtilities.RemoveQuotes(request.GetTypedHeaders().ContentType!.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary
            : throw new BadHttpRequestException("The form has no boundary.");

    private async Task ReadFields(MultipartReader reader, CancellationToken cancellationToken)
    {
        for (var count = 1; await reader.NextSection(cancellationToken) is { } section; count++)
        {
            if (count > MostFields)
            {
                throw new InvalidRequestException([InputErrors.TooMany.At("")]);
            }

            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } name)
            {
                throw new BadHttpRequestException("A part of the form has no name.");
            }

            await ReadField(name, section, disposition, cancellationToken);
        }
    }

    private async Task ReadField(string name, MultipartSection section, ContentDispositionHeaderValue disposition, CancellationToken cancellationToken)
    {
        if (name == FileField && File is null)
        {
            Declared = (NameOf(disposition), MediaTypeOf(section));
            File = await store.Receive(BodyBytes.Of(section.Body), settings.MaxBytes, cancellationToken);

            return;
        }

        var (text, isWhole) = await TextOf(section, cancellationToken);

        if (FaultOf(name, text) is { } fault)
        {
            faults.Add(fault);
        }
        else if (name == repeated)
        {
            repetitions.Add(text!);
        }
        else
        {
            fields.Add(name, text!);
        }

        if (!isWhole)
        {
            // The parts after it could only be looked at after all of its bytes were read.
            throw new InvalidRequestException(faults);
        }
    }

    private Fault? FaultOf(string name, string? text) =>
        !known.Contains(name) ? RequestErrors.UnknownParameter(known).At($"/{(PlainText.Check(name, PlainText.NameLength) is null ? name : "")}")
        : name == FileField || fields.ContainsKey(name) ? RequestErrors.Twice.At($"/{name}")
        : text is null ? InputErrors.Malformed.At($"/{name}")
        : null;

    /// <summary>Old browsers send the whole path.</summary>
    private static string? NameOf(ContentDispositionHeaderValue disposition)
    {
        var given = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);

        return given.Value?.Split('/', '\\')[^1] is { Length: > 0 } name ? name : null;
    }

    private static string? MediaTypeOf(MultipartSection section) =>
        section.ContentType is not { Length: > 0 } given ? null
        : MediaTypeHeaderValue.TryParse(given, out var type) ? type.MediaType.Value
        : given;

    /// <returns>The text, or null if it is too long or not UTF-8, which cannot be stored; and whether it was read to its end.</returns>
    private static async Task<(string? Text, bool IsWhole)> TextOf(MultipartSection section, CancellationToken cancellationToken)
    {
        var source = BodyBytes.Of(section.Body);
        var buffer = new byte[LongestField + 1];
        var length = 0;

        while (length < buffer.Length && await source(buffer.AsMemory(length), cancellationToken) is var read and > 0)
        {
            length += read;
        }

        if (length > LongestField)
        {
            return (null, false);
        }

        try
        {
            return (PlainText.Normalise(strictUtf8.GetString(buffer, 0, length)), true);
        }
        catch (DecoderFallbackException)
        {
            return (null, true);
        }
    }
}
