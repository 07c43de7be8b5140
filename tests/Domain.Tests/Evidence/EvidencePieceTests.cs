using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Evidence;

namespace Compliance.Domain.Tests.Evidence;

public sealed class EvidencePieceTests
{
    private static readonly DateTimeOffset noon = new(2026, 6, 1, 5, 0, 0, TimeSpan.Zero);
    private static readonly AssessmentId assessment = AssessmentId.From(new Guid("0198c0de-0000-7000-8000-000000000001"));
    private static readonly AccountId uploader = AccountId.From(new Guid("0198c0de-0000-7000-8000-000000000002"));
    private static readonly AccountId reviewer = AccountId.From(new Guid("0198c0de-0000-7000-8000-000000000003"));
    private static readonly Observation cost = new("process.standard.cost", "product:1");
    private static readonly Observation duration = new("process.standard.duration", "product:1");
    private static readonly EvidenceOffer offer = new([cost], new('a', 64), "foto.jpg", null, Technique.Observation, noon, GeoLocation.Of(-0.5m, 103m, 12m), "Papan.", null);

    [Test]
    public void It_is_offered_until_somebody_else_says_what_it_is_worth()
    {
        var piece = Offered();
        piece.StateWith(ScanState.NotScanned).Should().Be(EvidenceState.Offered);

        piece.Review(EvidenceVerdict.Rejected, "Buram.", ScanState.Clean, reviewer, noon);
        piece.StateWith(ScanState.Clean).Should().Be(EvidenceState.Rejected);
        piece.Review(EvidenceVerdict.Accepted, null, ScanState.Clean, reviewer, noon);
        (piece.StateWith(ScanState.Clean), piece.VerdictReason, piece.Version).Should().Be((EvidenceState.Accepted, null, 3));
    }

    [Test]
    public void Its_uploader_never_reviews_it() => Reviewing(Offered(), EvidenceVerdict.Accepted, null, uploader).Should().Break(EvidenceErrors.OwnEvidence);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("  ")]
    public void A_rejection_says_why(string? reason) =>
        Reviewing(Offered(), EvidenceVerdict.Rejected, reason, reviewer).Should().Break(EvidenceErrors.RejectionUnexplained);

    [TestCase(ScanState.Pending)]
    [TestCase(ScanState.Infected)]
    public void What_is_withheld_proves_nothing_and_is_not_reviewed(ScanState scan)
    {
        var piece = Offered();
        piece.Review(EvidenceVerdict.Accepted, null, ScanState.NotScanned, reviewer, noon);

        piece.StateWith(scan).Should().Be(EvidenceState.Withheld);
        piece.Invoking(each => each.Review(EvidenceVerdict.Accepted, null, scan, reviewer, noon)).Should().Break(EvidenceErrors.Quarantined);
    }

    [Test]
    public void A_chain_has_one_end()
    {
        var first = Offered();
        var second = Offer(2, first);
        var third = Offer(3, second);

        (first.IsCurrent, second.IsCurrent, third.IsCurrent).Should().Be((false, false, true));
        (first.ReplacedBy, second.Replaces, first.Version).Should().Be((second.Id, first.Id, 2));
        FluentActions.Invoking(() => Offer(4, first)).Should().Break(EvidenceErrors.Replaced);
        third.Withdraw("Bukan unit ini.", uploader, noon);
        FluentActions.Invoking(() => Offer(5, third)).Should().Break(EvidenceErrors.Withdrawn);
    }

    [Test]
    public void What_is_not_current_does_not_change()
    {
        var replaced = Offered();
        Offer(2, replaced);
        var withdrawn = Offered();
        withdrawn.Withdraw("Bukan unit ini.", uploader, noon);

        foreach (var (piece, error) in new[] { (replaced, EvidenceErrors.Replaced), (withdrawn, EvidenceErrors.Withdrawn) })
        {
            var version = piece.Version;
            Reviewing(piece, EvidenceVerdict.Accepted, null, reviewer).Should().Break(error);
            piece.Invoking(each => each.Prove([duration])).Should().Break(error);
            piece.Invoking(each => each.Withdraw("Lagi.", uploader, noon)).Should().Break(error);
            piece.Version.Should().Be(version);
        }
    }

    [Test]
    public void Another_list_of_observations_awaits_another_verdict()
    {
        var piece = Offered();
        piece.Review(EvidenceVerdict.Accepted, null, null, reviewer, noon);

        piece.Prove([duration, cost]);

        piece.Observations.Should().BeEquivalentTo([cost, duration]);
        (piece.StateWith(null), piece.ReviewerId).Should().Be((EvidenceState.Offered, null));
    }

    [Test]
    public void The_same_offer_is_recognised_and_another_is_not()
    {
        var piece = Offered();

        piece.SaysTheSameAs(assessment, offer with { Observations = [cost], CapturedAt = noon.AddTicks(9), Place = GeoLocation.Of(-0.50m, 103.00000001m, 12m) }).Should().BeTrue();
        new[]
        {
            offer with { Observations = [cost, duration] },
            offer with { Sha256 = new('b', 64) },
            offer with { FileName = "lain.jpg" },
            offer with { Technique = null },
            offer with { CapturedAt = noon.AddSeconds(1) },
            offer with { CapturedAt = null },
            offer with { Place = null },
            offer with { Note = null },
            offer with { Replaces = piece.Id },
        }.Where(other => piece.SaysTheSameAs(assessment, other)).Should().BeEmpty();
        piece.SaysTheSameAs(AssessmentId.From(Guid.Empty), offer).Should().BeFalse();
    }

    [TestCase("1970-01-01T00:00:00Z", true)]
    [TestCase("2038-01-19T03:14:07Z", true)]
    [TestCase("2026-06-01T05:10:00Z", false)]
    [TestCase("2026-06-01T05:10:01Z", true)]
    [TestCase("2025-05-31T05:00:00Z", false)]
    [TestCase("2025-05-31T04:59:59Z", true)]
    public void A_clock_is_doubted_that_cannot_be_right(string captured, bool isDoubtful) =>
        DeviceClock.IsDoubtful(DateTimeOffset.Parse(captured, System.Globalization.CultureInfo.InvariantCulture), noon).Should().Be(isDoubtful);

    [TestCase("https://example.org/a?b=c#d", true)]
    [TestCase("HTTP://example.org", true)]
    [TestCase("example.org", false)]
    [TestCase("/etc/passwd", false)]
    [TestCase("http:example.org", false)]
    [TestCase("https://", false)]
    [TestCase("javascript:alert(1)", false)]
    [TestCase("data:text/html,x", false)]
    [TestCase("ftp://example.org", false)]
    [TestCase("https://user:secret@example.org", false)]
    [TestCase(" https://example.org", false)]
    [TestCase("https://exa mple.org", false)]
    [TestCase("https://еxample.org", false)]
    public void A_link_is_an_address_of_the_web(string link, bool isLink) => (EvidenceLink.Check(link) is null).Should().Be(isLink);

    [Test]
    public void An_upload_becomes_one_piece_and_takes_no_more_than_its_size()
    {
        var upload = new EvidenceUpload(UploadId.From(Guid.Empty), assessment, "a.pdf", 10, null, uploader, noon, noon.AddDays(14));
        var (first, second) = (EvidenceId.From(new Guid(1, 0, 0, new byte[8])), EvidenceId.From(new Guid(2, 0, 0, new byte[8])));

        upload.RequireRoomFor(0, 10, 10);
        upload.RequireRoomFor(10, 0, null);
        upload.Invoking(each => each.RequireRoomFor(1, 10, null)).Should().Break(EvidenceErrors.ChunkBeyondSize(10));
        upload.Invoking(each => each.RequireRoomFor(long.MaxValue, long.MaxValue, null)).Should().Break(EvidenceErrors.ChunkBeyondSize(10));
        upload.Invoking(each => each.RequireRoomFor(0, 1, 11)).Should().Break(EvidenceErrors.SizeDiffers(10));
        upload.Invoking(each => each.RequireComplete(9)).Should().Break(EvidenceErrors.UploadIncomplete(9, 10));
        upload.CompleteAs(first);
        upload.CompleteAs(first);
        upload.Invoking(each => each.CompleteAs(second)).Should().Break(EvidenceErrors.UploadFinished);
        upload.Invoking(each => each.RequireRoomFor(0, 1, null)).Should().Break(EvidenceErrors.UploadFinished);
    }

    [Test]
    public void A_scan_that_is_known_stays_known()
    {
        var blob = new EvidenceBlob(new('a', 64), 1, ContentKind.Pdf, noon);

        blob.RecordScan(new(ScanState.NotScanned), noon).Should().BeFalse();
        blob.RecordScan(new(ScanState.Pending), noon).Should().BeTrue();
        blob.RecordScan(new(ScanState.Infected, "Eicar"), noon).Should().BeTrue();
        blob.RecordScan(new(ScanState.Clean), noon).Should().BeFalse();
        (blob.Scan, blob.Threat, blob.ScannedAt).Should().Be((ScanState.Infected, "Eicar", noon));
    }

    private static EvidencePiece Offered() => Offer(1, null);

    private static EvidencePiece Offer(int number, EvidencePiece? replaced) => EvidencePiece.Offer(
        EvidenceId.From(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), assessment, offer with { Replaces = replaced?.Id }, replaced, uploader, noon);

    private static Action Reviewing(EvidencePiece piece, EvidenceVerdict verdict, string? reason, AccountId by) =>
        () => piece.Review(verdict, reason, ScanState.Clean, by, noon);
}
