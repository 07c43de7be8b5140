namespace Compliance.Api.CommandLine;

/// <summary>
/// The settings that serving takes as <c>--Name value</c> or <c>--Name=value</c>. The configuration ignores names that nobody
/// reads, so a mistyped one would leave its default in force: all names that are read stand here, and any other is refused.
/// </summary>
public static class HostSettings
{
    internal const string Serve = "serve";

    private const string AnySegment = "*";
    private const string AnyRest = "**";

    /// <summary>What this program reads. <c>*</c> stands for an index.</summary>
    public static IReadOnlyList<string> Own { get; } =
    [
        "Agreements:ExpiringDays", "Agreements:PksMayOutliveMou",
        "Audit:Key", "Audit:KeyFile", "Audit:RetiredKeyFiles:*", "Audit:SealSeconds",
        "AutoMapper:LicenseKey",
        "ConnectionStrings:Compliance",
        "Cors:Origins:*",
        "Data:Path",
        "Database:Provider",
        "Demo:Enabled",
        "Evidence:ClamAv", "Evidence:ClamAvSeconds", "Evidence:MaxBytes", "Evidence:SweepSeconds", "Evidence:UploadDays",
        "Oidc:Issuers:*:Audience", "Oidc:Issuers:*:Authority", "Oidc:Issuers:*:RoleClaim", "Oidc:Issuers:*:SecondFactorMethods:*", "Oidc:Issuers:*:TokenTypes:*",
        "Oidc:Issuers:*:Roles:*:Cycle", "Oidc:Issuers:*:Roles:*:Institution", "Oidc:Issuers:*:Roles:*:Office", "Oidc:Issuers:*:Roles:*:Role",
        "Oidc:Issuers:*:Roles:*:Value",
        "Proxies:*",
        "PublicUrl",
        "Publications:PollSeconds",
        "RateLimits:Account", "RateLimits:Anonymous", "RateLimits:ApiKey", "RateLimits:SignIn",
        "Reminders:AgreementEnd", "Reminders:EverySeconds", "Reminders:HeadOfAgency", "Reminders:HeadOffice", "Reminders:PersonInCharge",
        "Reminders:RegionalSecretary", "Reminders:SendEverySeconds",
        "Smtp:From", "Smtp:Host", "Smtp:Password", "Smtp:Port", "Smtp:User", "Smtp:UseTls",
        "PORT", "HTTPS_PORT", "urls",
    ];

    /// <summary>What the framework reads of the command line. <c>**</c> stands for all that may follow.</summary>
    private static readonly string[] framework =
    [
        "applicationName", "contentRoot", "environment", "webRoot",
        "HTTP_PORTS", "HTTPS_PORTS", "preferHostingUrls", "shutdownTimeoutSeconds", "suppressStatusMessages",
        "hostBuilder:reloadConfigOnChange",
        "Kestrel:**", "Logging:**",
    ];

    private static readonly string[] names = [.. Own, .. framework];

    /// <summary>Those that stand for one setting each.</summary>
    public static IEnumerable<string> Single => names.Where(name => !name.Contains(AnySegment, StringComparison.Ordinal));

    /// <summary>
    /// Whether the arguments ask to serve, and by which settings. Asked first and without the commands, so that they cost a start of the server nothing.
    /// </summary>
    public static bool IsServing(string[] args, out string[] settings)
    {
        settings = args is [Serve, .. var rest] ? rest : args;

        return Misplaced(settings).Count == 0;
    }

    public static bool IsKnown(string name) => Any(name, static (known, segments) => known[^1] == AnyRest
        ? segments.Length >= known.Length && Begins(segments, known[..^1])
        : segments.Length == known.Length && Begins(segments, known));

    /// <summary>The words that are not settings with a value, in their order: words without dashes, names that nobody reads, names without a value.</summary>
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

    /// <summary>A section without a value says nothing; the framework's test host passes those of its settings on.</summary>
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

    /// <summary>Names of settings are told apart without regard to case, as the configuration does.</summary>
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
