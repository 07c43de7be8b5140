using Compliance.Application.Access;
using Compliance.Application.Evidence;
using Compliance.Domain.Access;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Api.Tests;

/// <summary>A piece of evidence as a client offers it.</summary>
public sealed record EvidenceOffering(string Indicator = "process.standard.cost", string Subject = "product:1")
{
    public byte[]? File { get; init; }

    public string FileName { get; init; } = "bukti";

    /// <summary>What the client says; null: it says nothing.</summary>
    public string? MediaType { get; init; }

    public IReadOnlyList<(string Name, string Value)> Others { get; init; } = [];

    public MultipartFormDataContent ToForm()
    {
        var form = new MultipartFormDataContent { { new StringContent(Indicator), "indicator" }, { new StringContent(Subject), "subject" } };

        if (File is not null)
        {
            var file = new ByteArrayContent(File);
            file.Headers.ContentType = MediaType is null ? null : new(MediaType);
            // A name that cannot stand between quotation marks is sent as RFC 5987 has it.
            var isPlain = FileName.All(sign => char.IsAscii(sign) && sign is not '"');
            file.Headers.ContentDisposition = new("form-data") { Name = "file", FileName = isPlain ? $"\"{FileName}\"" : null, FileNameStar = isPlain ? null : FileName };
            form.Add(file);
        }

        foreach (var (name, value) in Others)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    public EvidenceOffering With(string name, string value) => this with { Others = [.. Others, (name, value)] };
}

/// <summary>What tests of evidence do again and again.</summary>
public static class Offering
{
    public static EvidenceOffering Photo(int number = 1) => new() { File = Samples.Jpeg(number), FileName = "foto.jpg" };

    public static EvidenceOffering Link(string link = "https://example.org/biaya") => new EvidenceOffering().With("link", link);

    public static Task<Reply> AddEvidence(this ApiHost host, string assessment, EvidenceOffering offering, string caller = "assessor.riau") =>
        host.SendAs(caller, HttpMethod.Post, $"{assessment}/evidence", offering.ToForm());

    /// <summary>The address of a piece that was taken.</summary>
    public static async Task<string> GivenEvidence(this ApiHost host, string assessment, EvidenceOffering offering) =>
        $"{assessment}/evidence/{(await host.AddEvidence(assessment, offering)).Ok(HttpStatusCode.Created).Text("id")}";

    public static Task<Reply> Change(this ApiHost host, string caller, string address, object body, int? version) =>
        host.SendAs(caller, HttpMethod.Put, address, JsonContent.Create(body), version is null ? [] : [("If-Match", $"\"v{version}\"")]);

    public static async Task<(HttpResponseMessage Answer, byte[] Bytes)> Download(
        this ApiHost host, string evidence, string caller = "assessor.riau", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{evidence}/content");
        request.Headers.Authorization = new("Bearer", await host.TokenOf(caller));

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await host.Client.SendAsync(request);

        return (answer, await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The files below the folder of evidence, by the part they lie in.</summary>
    public static IReadOnlyList<string> Stored(this ApiHost host, string part)
    {
        var folder = Path.Combine(host.Folder, "evidence", part);

        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    /// <summary>What the program does by itself now and then.</summary>
    public static async Task<EvidenceSwept> Sweep(this ApiHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SweepEvidence(WithFiles: true));
    }
}
