namespace Compliance.Api.Tests;

/// <summary>The joint services of the demo data, and what tests do with them again and again.</summary>
public static class LomakRumbai
{
    public const string List = "/api/v1/joint-services";

    public const string Lomak = $"{List}/018a2f00-0000-7000-8000-000000000001";

    public const string Spk = "018a2f00-0000-7000-8000-0000000000a1";

    public const string Mall = $"{List}/018a2f00-0000-7000-8000-000000000002";

    /// <summary>The Disdukcapil of Pekanbaru at LOMAK Rumbai.</summary>
    public const string Participant = "018a2f00-0000-7000-8000-000000000102";

    /// <summary>One that is planned.</summary>
    public const string Event = "018a2f00-0000-7000-8000-000000000206";

    public static Task<Reply> Create(this ApiHost host, string address, object body, string caller = "head.riau") =>
        host.SendAs(caller, HttpMethod.Post, address, JsonContent.Create(body));
}
