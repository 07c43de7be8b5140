using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Compliance.Api.Documents;
using Compliance.Api.Middleware;
using Compliance.Application.Access;
using Compliance.Domain.Common;

namespace Compliance.Api.Pages;

/// <summary>
/// The page that the link of an invitation opens: it takes the first password and posts it with the token, which stands in the fragment of the address
/// and so reaches no server log.
/// </summary>
internal static partial class InvitationPage
{
    private const string OldPath = "/invitations";

    private static readonly string style = Read("Invitation.css");
    private static readonly string code = Read("Invitation.js");

    /// <summary>Only the page's own style and script run, and the script reaches only this program.</summary>
    private static readonly string policy =
        $"default-src 'none'; style-src '{HashOf(style)}'; script-src '{HashOf(code)}'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private static readonly byte[] indonesian = Render(Language.Indonesian);
    private static readonly byte[] english = Render(Language.English);

    public static void MapInvitationPage(this WebApplication app)
    {
        app.MapGet(AccessSettings.InvitationPage, Show).WithMetadata(new PagePolicy(policy)).ExcludeFromDescription();

        // Browsers keep the fragment, and so the token, when they are redirected.
        app.MapGet(OldPath, () => Results.Redirect(AccessSettings.InvitationPage, permanent: true, preserveMethod: true)).ExcludeFromDescription();
    }

    private static Task Show(HttpContext http)
    {
        var language = http.ReaderLanguage();
        var document = new StoredDocument(
            language == Language.English ? english : indonesian, language, isPublished: true, null, null, null, "text/html; charset=utf-8");

        return document.WriteTo(http);
    }

    private static byte[] Render(Language language)
    {
        var parts = Texts.ToDictionary(text => text.Key, text => WebUtility.HtmlEncode(text.Value.In(language)));
        parts.Add("language", language.Tag());
        parts.Add("style", style);
        parts.Add("code", code);

        return Encoding.UTF8.GetBytes(Placeholder().Replace(Read("Invitation.html"), match => parts[match.Groups[1].Value]));
    }

    private static Dictionary<string, LocalizedText> Texts => new()
    {
        ["title"] = new("Buat kata sandi", "Choose a password"),
        ["introduction"] = new(
            "Anda diundang untuk menggunakan sistem penilaian kepatuhan. Buat kata sandi, lalu masuk dengan alamat surel Anda.",
            "You are invited to use the compliance assessment system. Choose a password, then sign in with your e-mail address."),
        ["password"] = new("Kata sandi", "Password"),
        ["rule"] = new("Paling sedikit 15 karakter; beberapa kata yang tidak lazim mudah diingat.", "At least 15 characters; several unusual words are easy to remember."),
        ["again"] = new("Ulangi kata sandi", "Repeat the password"),
        ["submit"] = new("Simpan kata sandi", "Save the password"),
        ["incomplete"] = new(
            "Tautan ini tidak lengkap. Buka tautan dari undangan, atau minta undangan baru kepada administrator.",
            "This link is incomplete. Open the link in the invitation, or ask the administrator for a new one."),
        ["differ"] = new("Kedua kata sandi tidak sama.", "The two passwords differ."),
        ["done"] = new("Kata sandi tersimpan. Anda sekarang dapat masuk.", "The password is saved. You can sign in now."),
        ["offline"] = new("Tidak dapat terhubung; periksa jaringan, lalu coba lagi.", "No connection; check the network and try again."),
        ["script"] = new("Halaman ini memerlukan JavaScript.", "This page needs JavaScript."),
    };

    private static string Read(string name)
    {
        using var stream = typeof(InvitationPage).Assembly.GetManifestResourceStream($"pages/{name}")!;
        using var reader = new StreamReader(stream);

        return reader.ReadToEnd();
    }

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(Convert.FromHexString(Digest.Of(text)))}";

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();
}
