namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>
/// Values that nobody means, but somebody sends. None of them holds a word by which <see cref="AnswerChecks"/>
/// recognises a leak, since refusals may repeat what they refuse.
/// </summary>
internal static class Odd
{
    public static readonly string[] Numbers =
    [
        "0", "-0", "-0.0", "-1", "1.5", "1e2", "1E+2", "1e400", "-1e400", "1e-400", "0.1e1", "2147483647", "2147483648", "-2147483649",
        "9223372036854775808", "79228162514264337593543950335", "79228162514264337593543950336", "-79228162514264337593543950336",
        "0.0000000000000000000000000001", "100.00000000000000000000000000001", "99.995", "123456789012345678901234567890.12345678901234567890",
    ];

    public static readonly string[] Days =
    [
        "0000-00-00", "0001-01-01", "9999-12-31", "2026-02-29", "2024-02-29", "2026-02-30", "2026-13-01", "2026-1-1", "26-01-01",
        "2026-01-01T00:00:00", "2026-01-01T00:00:00Z", "01/02/2026", "-2026-01-01", "+002026-01-01", "2026-W01-1", "2026-001", "1447-06-01",
    ];

    public static readonly string[] Instants =
    [
        "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999-14:00",
        "2016-12-31T23:59:60Z", "2026-01-01T24:00:00Z", "2026-01-01T25:61:61Z", "2026-01-01T00:00:00+99:99", "2026-01-01 00:00",
        "2026-01-01T00:00:00.123456789012Z", "1767225600", "12:00", "today", "2024-01-31T09:00:00+07:00",
    ];

    public static readonly string[] Ids =
    [
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{0198c0de-0000-7000-8000-000000000001}",
        "(0198c0de-0000-7000-8000-000000000001)", "0198c0de00007000800000000000000a", "0198C0DE-0000-7000-8000-000000000001",
        " 0198c0de-0000-7000-8000-000000000001 ", "0198c0de-0000-7000-8000-00000000000", "0198c0de-0000-7000-8000-00000000000g",
        "{0x0198c0de,0x0000,0x7000,{0x80,0x00,0x00,0x00,0x00,0x00,0x00,0x01}}", "urn:uuid:0198c0de-0000-7000-8000-000000000001",
    ];

    public static readonly string[] Texts =
    [
        "", " ", "\t", "null", "undefined", "true", "NaN", "Infinity", "0x10", "１２", "٢٠٢٤", "'", "\"", "\\", "`", "%", "_", "%s%n", "{0}", "${7*7}",
        "' OR '1'='1", "'; --", "\"; --", "../../etc/passwd", "..", ".", "a/b", "a\\b", "<script>alert(1)</script>", "<!--", "=1+1", "@a", "-",
        "\0", "a\0b", "\u0001\u001f\u007f", "\u0085\u2028\u2029", "\ud800", "a\udc00", "\udc00\ud800", "\ufeff2024", "\u202e4202", "\u200b", "\uffff",
        "🏛️", "👩‍👩‍👧‍👦", "e\u0301", "ﷺ", "İı", "ß", "ｋａｍｐａｒ", "\r\nX-Injected: 1", "a\u001fb\u001fc", "AQ", "YQ", "MjAyNA", "____", "2024",
        "unit", "product:1",
        "product:0", "product:99999999999", "product:", ":1", "respondent:-1", "official:１", "someone@example.org", "@", "a@b@c", "a@b\r\n",
        new('a', 200), new('a', 201), new('é', 2_001), new('9', 400), new('-', 300), new('\u0301', 500), string.Concat(Enumerable.Repeat("🏛", 120)),
    ];

    /// <summary>As they stand in an address: what no encoder writes.</summary>
    public static readonly string[] Segments =
    [
        "", ".", "..", "%2e", "%2E%2e", "%", "%2", "%zz", "%00", "a%00b", "%C3%28", "%ED%A0%80", "%FF%FE", "%F8%88%80%80%80", "%c0%af",
        "%2F", "a%2fb",
        "%2f..%2f..", "%5C", "..%5c", "%252F", "%2500", "%20", "+", "%0d%0aX-Injected:%201", "%E2%80%AE", "%EF%BB%BF", "a;b=c", "a,b", "*",
        "~", "@", ":",
        "|", "{code}", "[1]", "^", "`", "'", "14.01%20", "14.01.", "14.01%2e", "%31%34.01", "KEMENLU", "con", "a%3Fb", "a%23b", "%u0061",
    ];

    /// <summary>Raw JSON that is no text: every type, and numbers that few types hold.</summary>
    public static readonly string[] Json =
    [
        "null", "true", "false", "[]", "{}", "[[]]", "[null]", "[{}]", """{"a":1}""", """{"a":1,"a":2}""", """{"":0}""", """{"\u0000":0}""",
        """{"\ud800":0}""", """["a",1,null,{}]""", """{"code":{"code":{"code":1}}}""", """{"id":null,"level":[]}""", .. Numbers,
    ];

    /// <summary>What is not JSON at all.</summary>
    public static readonly string[] BrokenJson =
    [
        "", " ", "{", "}", "[", "]", "{]", "[}", "\"", "'a'", "{a:1}", """{"a":}""", """{"a":1,}""", "[1,]", "[,1]", "01", "+1", ".5", "1.",
        "1e", "--1", "0x1",
        "NaN", "Infinity", "nul", "TRUE", "// comment\n{}", "/* */ {}", "{} {}", "{}x", "\ufeff{}", "\0", "{}\0", "\"\n\"", "\"\\x\"",
        "\"\\u12\"", "\u2028{}",
        "<a/>", "a=b&c=d", "--boundary\r\n\r\n",
    ];
}
