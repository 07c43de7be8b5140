using System.Text.Json;
using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

public sealed class AuditChainTests
{
    private const string Account = "01890000-0000-7000-8000-00000000000a";
    private const string Salt = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static readonly DateTimeOffset At = new DateTimeOffset(2023, 6, 1, 12, 0, 0, TimeSpan.FromHours(7)).AddTicks(1_234_567);
    private static readonly AuditEntryId Id = AuditEntryId.From(new("01890000-0000-7000-8000-000000000001"));

    private static readonly AuditRecord Record = new(
        Id,
        At,
        new("account", Account, null, null),
        "openCycle",
        "Keputusan \"418/2023\"",
        null,
        """{"year":2023}""",
        [new(Id, Account, Salt, """{"ip":"10.0.0.1"}""")]);

    [Test]
    public void A_chain_starts_with_nothing_before_it()
    {
        var chain = AuditChain.Start("cycles/2023");

        (chain.Resource, chain.Length, chain.Head, chain.SealedLength).Should().Be(("cycles/2023", 0, new string('0', 64), 0));
    }

    // The payload was written by hand and hashed apart from this code.
    [Test]
    public void The_first_entry_says_what_was_done_and_is_hashed()
    {
        var chain = AuditChain.Start("cycles/2023");
        var entry = chain.Append(Record);

        entry.Payload.Should().Be(
            "{\"actor\":{\"id\":\"01890000-0000-7000-8000-00000000000a\",\"kind\":\"account\"},\"at\":\"2023-06-01T05:00:00.123456Z\","
            + "\"content\":{\"year\":2023},\"id\":\"01890000-0000-7000-8000-000000000001\","
            + "\"personal\":{\"01890000-0000-7000-8000-00000000000a\":\"399834ecde7facc707623e56a19c86611170914aca11acf96b83fcd006d6e681\"},"
            + "\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"reason\":\"Keputusan \\\"418/2023\\\"\","
            + "\"resource\":\"cycles/2023\",\"sequence\":1,\"useCase\":\"openCycle\"}");
        entry.Hash.Should().Be("f0fc6dac1ff6852ed9169664c88c54aa0a293a141b89c3c67ac975d7192e77fa");
        (chain.Length, chain.Head, chain.SealedLength).Should().Be((1, entry.Hash, 0));
    }

    [Test]
    public void The_columns_repeat_what_the_payload_says()
    {
        var entry = AuditChain.Start("cycles/2023").Append(Record);

        (entry.Id, entry.Resource, entry.Sequence, entry.UseCase, entry.Actor).Should().Be((Id, "cycles/2023", 1, "openCycle", $"account:{Account}"));
        entry.At.Should().Be(new DateTimeOffset(2023, 6, 1, 5, 0, 0, TimeSpan.Zero).AddTicks(1_234_560));
        entry.At.Offset.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void Each_entry_holds_the_hash_of_the_one_before()
    {
        var chain = AuditChain.Start("cycles/2023");
        var first = chain.Append(Record);
        var second = chain.Append(Record);

        using var payload = JsonDocument.Parse(second.Payload);

        payload.RootElement.GetProperty("previous").GetString().Should().Be(first.Hash);
        payload.RootElement.GetProperty("sequence").GetInt32().Should().Be(2);
        (chain.Length, chain.Head).Should().Be((2, second.Hash));
    }

    [Test]
    public void A_payload_is_canonical_whatever_it_says()
    {
        var everything = Record with
        {
            Actor = new("external", "4711 \"\n", "https://sso.example", "01\t"),
            Reason = "ubah\r\nnilai \\ 👶 \u0001\u007f",
            Changes = """[{"from":1.5,"path":"/a","to":null}]""",
            Personal = [new(Id, "b", Salt, "{}"), new(Id, "\ufb33", Salt, "{}"), new(Id, "😀", Salt, "{}"), new(Id, "B", Salt, "{}")],
        };

        foreach (var record in (AuditRecord[])[everything, Bare])
        {
            var entry = AuditChain.Start("units/\"é\"").Append(record);
            using var payload = JsonDocument.Parse(entry.Payload);

            CanonicalJson.Of(payload.RootElement).Should().Be(entry.Payload);
        }
    }

    [Test]
    public void What_is_absent_is_left_out()
    {
        using var payload = JsonDocument.Parse(AuditChain.Start("cycles/2023").Append(Bare).Payload);

        payload.RootElement.EnumerateObject().Select(member => member.Name).Should().Equal("actor", "at", "id", "previous", "resource", "sequence", "useCase");
        payload.RootElement.GetProperty("actor").GetRawText().Should().Be("""{"kind":"anonymous"}""");
    }

    private static TestCaseData[] Refused =>
    [
        Case("no use case", Record with { UseCase = " " }),
        Case("long use case", Record with { UseCase = new('x', AuditEntry.UseCaseLength + 1) }),
        Case("half a pair in the reason", Record with { Reason = "\ud83d" }),
        Case("half a pair in the actor", Record with { Actor = new("external", "\ud83d", new('x', 300), null) }),
        Case("data of another entry", Record with { Personal = [new(AuditEntryId.From(Guid.Empty), Account, Salt, "{}")] }),
        Case("one subject twice", Record with { Personal = [new(Id, Account, Salt, "{}"), new(Id, Account, Salt, "[]")] }),
        Case("a short salt", Record with { Personal = [new(Id, Account, "AAEC", "{}")] }),
        Case("half a pair in the data", Record with { Personal = [new(Id, Account, Salt, "\"\ud83d\"")] }),
    ];

    [TestCaseSource(nameof(Refused))]
    public void A_record_that_could_not_be_verified_is_refused_and_changes_nothing(AuditRecord record)
    {
        var chain = AuditChain.Start("cycles/2023");
        var first = chain.Append(Record);
        var act = () => chain.Append(record);

        act.Should().Throw<ArgumentException>();
        (chain.Length, chain.Head).Should().Be((1, first.Hash));
    }

    [Test]
    public void Names_may_be_as_long_as_their_columns_and_no_longer()
    {
        var tooLong = () => AuditChain.Start(new string('x', AuditEntry.ResourceLength + 1));
        var none = () => AuditChain.Start("");

        AuditChain.Start(new string('x', AuditEntry.ResourceLength))
            .Append(Record with { UseCase = new('x', AuditEntry.UseCaseLength) }).UseCase.Should().HaveLength(AuditEntry.UseCaseLength);
        tooLong.Should().Throw<ArgumentException>();
        none.Should().Throw<ArgumentException>();
    }

    [Test]
    public void A_chain_is_sealed_as_far_as_it_goes_and_further_each_time()
    {
        var chain = AuditChain.Start("cycles/2023");
        chain.Append(Record);
        chain.Append(Record);

        chain.Seal(1);
        chain.Seal(2);

        chain.SealedLength.Should().Be(2);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(-1)]
    public void No_seal_goes_back_or_beyond_the_end(int length)
    {
        var chain = AuditChain.Start("cycles/2023");
        chain.Append(Record);
        chain.Append(Record);
        chain.Seal(1);
        var act = () => chain.Seal(length);

        act.Should().Throw<ArgumentOutOfRangeException>();
        chain.SealedLength.Should().Be(1);
    }

    private static AuditRecord Bare => new(Id, At, new("anonymous", null, null, null), "signIn", null, null, null, []);

    private static TestCaseData Case(string name, AuditRecord record) => new(record) { TestName = $"{{m}}({name})" };
}
