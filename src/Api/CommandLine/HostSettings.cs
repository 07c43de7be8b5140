namespace Compliance.Api.CommandLine;

/// <summary>
/// The settings that serve accepts as <c>--Name value</c> or <c>--Name=value</c>. The configuration ignores unknown names,
/// so a mistyped one would silently leave the default in force: every known name is listed here, and any other is refused.
/// </summary>
public static class HostSettings
{
    internal const string Serve = "serve";

    private const string AnySegment = "*";
    private const string AnyRest = "**";

    /// <summary>The settings that this program reads. <c>*</c> stands for an index.</summary>
    public static IReadOnlyList<string> Own { get; } =
    [
        "Agreements:ExpiringDays", "Agreements:PksMayOutliveMou",
        "AllowedHosts",
        "Audit:Key", "Audit:KeyFile", "Audit:RetiredKeyFiles:*", "Audit:SealSeconds",
        "AutoMapper:LicenseKey",
        "ConcurrentRequests:Account", "ConcurrentRequests:Anonymous", "ConcurrentRequests:ApiKey", "ConcurrentRequests:OneCaller",
        "ConnectionStrings:Compliance",
        "Cors:Origins:*",
        "Data:Path", "Data:ReserveBytes",
        "Database:Provider",
        "Demo:Enabled",
        "Evidence:AccountBytes", "Evidence:AccountPieces", "Evidence:AccountUploads", "Evidence:AgreementBytes", "Evidence:AgreementPieces",
        "Evidence:AssessmentBytes", "Evidence:AssessmentPieces",
        "Evidence:ClamAv", "Evidence:ClamAvSeconds", "Evidence:MaxBytes", "Evidence:SweepSeconds", "Evidence:UploadDays",
        "Oidc:Issuers:*:Audience", "Oidc:Issuers:*:Authority", "Oidc:Issuers:*:RoleClaim", "Oidc:Issuers:*:SecondFactorMethods:*", "Oidc:Issuers:*:TokenTypes:*",
        "Oidc:Issuers:*:Roles:*:Cycle", "Oidc:Issuers:*:Roles:*:Institution", "Oidc:Issuers:*:Roles:*:Office", "Oidc:Issuers:*:Roles:*:Role",
        "Oidc:Issuers:*:Roles:*:Value",
        "Protection:Key", "Protection:KeyFile", "Protection:RetiredKeyFiles:*",
        "Proxies:*",
        "PublicUrl",
        "Publications:PollSeconds",
        "RateLimits:Account", "RateLimits:Anonymous", "RateLimits:ApiKey", "RateLimits:SignIn",
        "Reminders:AgreementEnd", "Reminders:EverySeconds", "Reminders:HeadOfAgency", "Reminders:HeadOffice", "Reminders:PersonInCharge",
        "Reminders:RegionalSecretary", "Reminders:SendEverySeconds",
        "Smtp:From", "Smtp:Host", "Smtp:Password", "Smtp:Port", "Smtp:User", "Smtp:UseTls",
        "PORT", "HTTPS_PORT", "urls",
    ];

    /// <summary>The settings that the framework reads from the command line. <c>**</c> stands for any following segments.</summary>
    private static readonly string[] framework =
    [
        "applicationName", "contentRoot", "environment", "webRoot",
        "HTTP_PORTS", "HTTPS_PORTS", "preferHostingUrls", "shutdownTimeoutSeconds", "suppressStatusMessages",
        "hostBuilder:reloadConfigOnChange",
        "Kestrel:**", "Logging:**",
    ];

    private static readonly string[] names = [.. Own, .. framework];

    /// <summary>The names without a wildcard.</summary>
    public static IEnumerable<string> Single => names.Where(name => !name.Contains(AnySegment, StringComparison.Ordinal));

    /// <summary>
    /// Whether the arguments ask to serve, and with which settings. Checked without the command parser, so that starting the server stays fast.
    /// </summary>
    public static bool IsServing(string[] args, out string[] settings)
    {
        settings = args is [Serve, .. var rest] ? rest : args;

        return Misplaced(settings).Count == 0;
    }

    public static bool IsKnown(string name) => Any(name, static (known, segments) => known[^1] == AnyRest
        ? segments.Length >= known.Length && Begins(segments, known[..^1])
        : segments.Length == known.Length && Begins(segments, known));

    /// <summary>The arguments that are not a known setting with a value, in order: no dashes, unknown name, or no value.</summary>
    public static IReadOnlyList<string> Misplaced(IReadOnlyList<string> words)
    {
        var misplaced = new List<string>();

        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word : word[..equals];
            var valueFollows = IsOption(word) && equals < 0 && index + 1 < words.Count && !IsOption(words[index + 1]);
            var isSetting = IsOption(word) && (equals >= 0 || valueFollows) && (IsKnown(name[2..]) || (equals == word.Length - 1 && IsSection(name[2..])));

            if (!isSetting)
            {
                misplaced.Add(name);
            }

            index += valueFollows ? 1 : 0;
        }

        return misplaced;
    }

    /// <summary>A section without a value has no effect; the framework's test host passes such sections of its settings.</summary>
    private static bool IsSection(string name) => Any(name, static (known, segments) => segments.Length < known.Length && Begins(segments, known[..segments.Length]));

    private static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);

    private static bool Any(string name, Func<string[], string[], bool> fits)
    {
        var segments = name.Split(':');

        foreach (var known in names)
        {
            if (fits(known.Split(':'), segments))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The names of settings are compared without regard to case, as the configuration does.</summary>
    private static bool Begins(string[] segments, string[] known)
    {
        for (var index = 0; index < known.Length; index++)
        {
            var isSame = known[index] == AnySegment ? segments[index].Length > 0 : segments[index].Equals(known[index], StringComparison.OrdinalIgnoreCase);

            if (!isSame)
            {
                return false;
            }
        }

        return true;
    }
}
