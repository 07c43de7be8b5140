using System.Globalization;
using Compliance.Application.Results;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.ReportCards;
using Compliance.Domain.Results;

namespace Compliance.Application.ReportCards;

/// <summary>The sentences of a report card, in one language.</summary>
internal sealed class ReportCardWords(Language language)
{
    private static readonly Dictionary<Theme, LocalizedText> themes = new()
    {
        [Theme.Facilities] = new("Sarana dan prasarana", "Facilities"),
        [Theme.ServiceFunction] = new("Fungsi pelayanan", "Function of the service"),
        [Theme.Staff] = new("Petugas yang menguasai tugasnya", "Staff who know their job"),
        [Theme.Systems] = new("Pelayanan melalui aplikasi dan alur yang jelas", "Service through applications and clear procedures"),
        [Theme.Complaints] = new("Penanganan pengaduan", "Complaint handling"),
    };

    private static readonly Dictionary<InstitutionKind, LocalizedText> kinds = new()
    {
        [InstitutionKind.Ministry] = new("kementerian", "ministries"),
        [InstitutionKind.Agency] = new("lembaga", "agencies"),
        [InstitutionKind.Province] = new("pemerintah provinsi", "provincial governments"),
        [InstitutionKind.Regency] = new("kabupaten", "regencies"),
        [InstitutionKind.City] = new("kota", "cities"),
        [InstitutionKind.Vertical] = new("instansi vertikal", "vertical bodies"),
    };

    public string NameOf(Theme theme) => themes[theme].In(language);

    public string Title(string institution, int year) => Say($"Rapor pelayanan publik {institution} tahun {year}", $"Public service report card of {institution} for {year}");

    public IEnumerable<string> About(Instrument instrument)
    {
        yield return Say(
            "Setiap tahun Ombudsman Republik Indonesia menilai apakah kantor-kantor layanan publik memenuhi standar yang diwajibkan undang-undang: persyaratan, biaya, dan waktu yang jelas, petugas yang cakap, sarana yang layak, serta pengaduan yang ditangani.",
            "Every year the Ombudsman of the Republic of Indonesia assesses whether public service offices keep the standards that the law demands: clear requirements, fees and times, competent staff, decent facilities, and complaints that are dealt with.");
        yield return Say(
            "Nilainya dari 0 sampai 100, makin tinggi makin baik. Nilai sebuah instansi adalah rata-rata nilai unit layanannya yang dinilai, kecuali jika diumumkan lain.",
            "Scores go from 0 to 100, and higher is better. The score of an institution is the mean of its service units that were assessed, unless another one was announced.");
        yield return Bands(instrument);
    }

    public string Summary(string institution, Result result, Band? band, string? category, ResultRanks? rank, InstitutionKind kind) => result switch
    {
        { Status: ResultStatus.NotAssessed } => Say(
            $"{institution} tidak dinilai pada tahun {result.Year}.", $"{institution} was not assessed in {result.Year}."),
        { Score: { } score } => Say(
            $"{institution} memperoleh nilai {Figure(score.Value)} dari 100 pada tahun {result.Year}: {Place(band, category)}.",
            $"{institution} scored {Figure(score.Value)} of 100 in {result.Year}: {Place(band, category)}.") + RankWords(rank, kind),
        _ => Say(
            $"Untuk {institution} tahun {result.Year} hanya diumumkan {Place(band, category)}; nilai angkanya tidak diterbitkan.",
            $"Of {institution} in {result.Year} only the {Place(band, category)} was announced; the score itself was not published."),
    };

    public string Comparison(Result before, Result now, Band? beforeByNow, MethodChange change) => (change.IsBreak, before.Score, now.Score) switch
    {
        (true, { } score, _) => Broken(before, now) + Say(
            $" Dengan batas tahun {now.Year}, nilai {Figure(score.Value)} dari tahun {before.Year} termasuk {Place(beforeByNow, beforeByNow?.Label.Id)}.",
            $" By the limits of {now.Year}, the {Figure(score.Value)} of {before.Year} would be {Place(beforeByNow, beforeByNow?.Label.En)}."),
        (true, _, _) => Broken(before, now),
        (_, { } old, { } score) when old == score => Say(
            $"Nilainya tetap {Figure(score.Value)} seperti tahun {before.Year}.", $"The score stayed at {Figure(score.Value)}, as in {before.Year}."),
        (_, { } old, { } score) => Say(
            $"Nilainya {(score.Value > old.Value ? "naik" : "turun")} {Figure(Math.Abs(score.Value - old.Value))} poin, dari {Figure(old.Value)} pada tahun {before.Year} menjadi {Figure(score.Value)}.",
            $"The score {(score.Value > old.Value ? "rose" : "fell")} by {Figure(Math.Abs(score.Value - old.Value))} points, from {Figure(old.Value)} in {before.Year} to {Figure(score.Value)}."),
        _ => Say(
            $"Nilai tahun {before.Year} atau {now.Year} tidak diterbitkan, sehingga selisihnya tidak diketahui.",
            $"The score of {before.Year} or of {now.Year} was not published, so the difference is not known."),
    };

    public IEnumerable<string> Changes(MethodChange change) =>
    [
        .. change.Cuts.Select(Cut),
        .. change.Weights.Select(weight => Say(
            $"Bobot dimensi {weight.Name.Id} {Figure(weight.After)}, sebelumnya {Figure(weight.Before)}.",
            $"The dimension {weight.Name.En} weighs {Figure(weight.After)}, before {Figure(weight.Before)}.")),
        .. change.Added.Select(indicator => Say($"Indikator baru: {indicator.Name.Id}.", $"New indicator: {indicator.Name.En}.")),
        .. change.Removed.Select(indicator => Say($"Indikator yang tidak dipakai lagi: {indicator.Name.Id}.", $"Indicator no longer used: {indicator.Name.En}.")),
        .. change.WeightsUnknown
            ? [Say("Bobot tidak dibandingkan, karena tidak dipublikasikan untuk kedua tahun itu.", "Weights are not compared, since they are not published for both years.")]
            : Array.Empty<string>(),
    ];

    public string Findings(bool known, int count) => (known, count) switch
    {
        (false, _) => Say(
            "Jawaban di balik hasil yang diterbitkan ini tidak diketahui oleh sistem ini, sehingga temuan per indikator tidak dapat disebutkan.",
            "The answers behind this published result are not known to this system, so findings by indicator cannot be named."),
        (_, 0) => Say("Tidak ada indikator di bawah ambang temuan.", "No indicator lies below the threshold of a finding."),
        _ => Say(
            $"{count} indikator berada di bawah ambang temuan; yang paling banyak mengurangi nilai disebut lebih dulu.",
            $"{count} indicators lie below the threshold of a finding; what cost most points comes first."),
    };

    public string Clearance(Clearance clearance) => clearance switch
    {
        { Status: ClearanceStatus.Withheld } => Say(
            $"Tindakan korektif yang belum selesai: {clearance.OpenActions}. Sertifikat ditahan sampai semuanya selesai; nilai dan zona tidak berubah karenanya.",
            $"Corrective actions that are not resolved: {clearance.OpenActions}. The certificate is withheld until all are; score and zone do not change by it."),
        { ReleasedOn: { } day } => Say(
            $"Semua tindakan korektif sudah selesai, yang terakhir pada {day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture)}.",
            $"All corrective actions are resolved, the last on {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}."),
        { Status: ClearanceStatus.Clear } => Say("Hasilnya diumumkan tanpa maladministrasi.", "The result was announced as without maladministration."),
        _ => Say("Sistem ini tidak mencatat tindakan korektif bagi instansi ini.", "This system holds no corrective action of this institution."),
    };

    /// <summary>Two decimals, as published scores are printed.</summary>
    private string Figure(decimal value)
    {
        var text = value.ToString("0.00", CultureInfo.InvariantCulture);

        return language == Language.English ? text : text.Replace('.', ',');
    }

    private string Bands(Instrument instrument)
    {
        var parts = instrument.Zones.Count > 0
            ? instrument.Zones.Select(each => (each.Zone.Label, each.From))
            : instrument.Bands.Select(band => (band.Label, band.From));
        var list = string.Join(", ", parts.Select(part => Say($"{part.Label.Id} mulai {Figure(part.From)}", $"{part.Label.En} from {Figure(part.From)}")));

        return instrument.Zones.Count > 0
            ? Say($"Zona menunjukkan seberapa patuh: {list}.", $"Zones show the degree of compliance: {list}.")
            : Say($"Tahun ini tidak memakai zona. Sebutannya: {list}.", $"This year has no zones. The labels: {list}.");
    }

    private string Place(Band? band, string? category) => (category, band?.Zone) switch
    {
        ({ } label, { } zone) => Say($"kategori {label}, zona {zone.Label.Id}", $"category {label}, zone {zone.Label.En}"),
        ({ } label, null) => Say($"kategori {label}", $"category {label}"),
        (null, { } zone) => Say($"zona {zone.Label.Id}", $"zone {zone.Label.En}"),
        _ => Say("hasilnya", "outcome"),
    };

    private string RankWords(ResultRanks? ranks, InstitutionKind kind) => ranks switch
    {
        { Province: { } place } => Say(
            $" Itu peringkat {place.Position} dari {place.Of} {kinds[kind].Id} di provinsinya yang nilainya diketahui.",
            $" That is place {place.Position} of {place.Of} {kinds[kind].En} of its province whose score is known."),
        { National: { } place } => Say(
            $" Itu peringkat {place.Position} dari {place.Of} {kinds[kind].Id} yang nilainya diketahui.",
            $" That is place {place.Position} of {place.Of} {kinds[kind].En} whose score is known."),
        _ => "",
    };

    private string Broken(Result before, Result now) => Say(
        $"Tahun {before.Year} dan {now.Year} tidak dapat dibandingkan langsung, karena cara menilainya berubah.",
        $"The years {before.Year} and {now.Year} cannot be compared directly, because the method changed.");

    private string Cut(ChangedThreshold cut) => (cut.Before, cut.After) switch
    {
        ({ } old, { } next) => Say($"{cut.Label.Id} mulai {Figure(next)}, sebelumnya {Figure(old)}.", $"{cut.Label.En} begins at {Figure(next)}, before at {Figure(old)}."),
        (null, { } next) => Say($"{cut.Label.Id} baru, mulai {Figure(next)}.", $"{cut.Label.En} is new, from {Figure(next)}."),
        _ => Say($"{cut.Label.Id} tidak dipakai lagi.", $"{cut.Label.En} is no longer used."),
    };

    private string Say(string indonesian, string english) => language == Language.English ? english : indonesian;
}
