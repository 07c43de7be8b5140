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
        [Theme.ServiceFunction] = new("Fungsi pelayanan", "Service function"),
        [Theme.Staff] = new("Kompetensi petugas", "Staff competence"),
        [Theme.Systems] = new("Aplikasi dan alur pelayanan yang jelas", "Applications and clear procedures"),
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

    public string Title(string institution, int year) => InLanguage($"Rapor Pelayanan Publik {institution} Tahun {year}", $"Public service report card of {institution} for {year}");

    public IEnumerable<string> About(Instrument instrument)
    {
        yield return InLanguage(
            "Setiap tahun Ombudsman Republik Indonesia menilai apakah unit penyelenggara pelayanan publik memenuhi standar yang diwajibkan undang-undang: persyaratan, biaya, dan jangka waktu yang jelas, petugas yang kompeten, sarana yang layak, serta pengelolaan pengaduan.",
            "Every year the Ombudsman of the Republic of Indonesia assesses whether public service units meet the standards required by law: clear requirements, fees and processing times, competent staff, adequate facilities and proper handling of complaints.");
        yield return InLanguage(
            "Nilai berkisar antara 0 dan 100; makin tinggi, makin baik. Nilai instansi adalah rata-rata nilai unit layanannya yang dinilai, kecuali apabila diumumkan nilai lain.",
            "Scores range from 0 to 100; higher is better. The score of an institution is the mean of the scores of its assessed service units, unless a different score was announced.");
        yield return Bands(instrument);
    }

    public string Summary(string institution, Result result, Band? band, string? category, ResultRanks? rank, InstitutionKind kind) => result switch
    {
        { Status: ResultStatus.NotAssessed } => InLanguage(
            $"{institution} tidak dinilai pada tahun {result.Year}.", $"{institution} was not assessed in {result.Year}."),
        { Score: { } score } => InLanguage(
            $"{institution} memperoleh nilai {Figure(score.Value)} dari 100 pada tahun {result.Year}: {Place(band, category)}.",
            $"{institution} scored {Figure(score.Value)} out of 100 in {result.Year}: {Place(band, category)}.") + RankWords(rank, kind),
        _ => InLanguage(
            $"Untuk {institution} tahun {result.Year} hanya diumumkan {Place(band, category)}; nilainya tidak diterbitkan.",
            $"For {institution} in {result.Year} only the {Place(band, category)} was announced; the score was not published."),
    };

    public string Comparison(Result before, Result now, Band? beforeByNow, MethodChange change) => (change.IsBreak, before.Score, now.Score) switch
    {
        (true, { } score, _) => NotComparable(before, now) + InLanguage(
            $" Menurut batas nilai tahun {now.Year}, nilai {Figure(score.Value)} pada tahun {before.Year} termasuk {Place(beforeByNow, beforeByNow?.Label.Id)}.",
            $" Under the limits of {now.Year}, the score of {Figure(score.Value)} in {before.Year} would be {Place(beforeByNow, beforeByNow?.Label.En)}."),
        (true, _, _) => NotComparable(before, now),
        (_, { } old, { } score) when old == score => InLanguage(
            $"Nilainya tetap {Figure(score.Value)} seperti tahun {before.Year}.", $"The score stayed at {Figure(score.Value)}, as in {before.Year}."),
        (_, { } old, { } score) => InLanguage(
            $"Nilainya {(score.Value > old.Value ? "naik" : "turun")} {Figure(Math.Abs(score.Value - old.Value))} poin, dari {Figure(old.Value)} pada tahun {before.Year} menjadi {Figure(score.Value)}.",
            $"The score {(score.Value > old.Value ? "rose" : "fell")} by {Figure(Math.Abs(score.Value - old.Value))} points, from {Figure(old.Value)} in {before.Year} to {Figure(score.Value)}."),
        _ => InLanguage(
            $"Nilai tahun {before.Year} atau {now.Year} tidak diterbitkan, sehingga selisihnya tidak diketahui.",
            $"The score of {before.Year} or of {now.Year} was not published, so the difference is unknown."),
    };

    public IEnumerable<string> Changes(MethodChange change) =>
    [
        .. change.Cuts.Select(ThresholdChange),
        .. change.Weights.Select(weight => InLanguage(
            $"Bobot dimensi {weight.Name.Id} menjadi {Figure(weight.After)}, sebelumnya {Figure(weight.Before)}.",
            $"The weight of the dimension {weight.Name.En} is now {Figure(weight.After)}, previously {Figure(weight.Before)}.")),
        .. change.Added.Select(indicator => InLanguage($"Indikator baru: {indicator.Name.Id}.", $"New indicator: {indicator.Name.En}.")),
        .. change.Removed.Select(indicator => InLanguage($"Indikator yang tidak digunakan lagi: {indicator.Name.Id}.", $"Indicator no longer used: {indicator.Name.En}.")),
        .. change.WeightsUnknown
            ? [InLanguage("Bobot tidak dibandingkan, karena tidak dipublikasikan untuk kedua tahun tersebut.", "Weights are not compared because they were not published for both years.")]
            : Array.Empty<string>(),
    ];

    public string Findings(bool known, int count) => (known, count) switch
    {
        (false, _) => InLanguage(
            "Jawaban yang mendasari hasil terbitan ini tidak tersedia dalam sistem, sehingga temuan per indikator tidak dapat ditampilkan.",
            "The answers behind this published result are not available in this system, so findings by indicator cannot be shown."),
        (_, 0) => InLanguage("Tidak ada indikator yang berada di bawah ambang temuan.", "No indicator is below the threshold for a finding."),
        _ => InLanguage(
            $"{count} indikator berada di bawah ambang temuan; yang paling banyak mengurangi nilai disebutkan terlebih dahulu.",
            count == 1
                ? "1 indicator is below the threshold for a finding."
                : $"{count} indicators are below the threshold for a finding; those that cost the most points come first."),
    };

    public string Clearance(Clearance clearance) => clearance switch
    {
        { Status: ClearanceStatus.Withheld } => InLanguage(
            $"Tindakan korektif yang belum selesai: {clearance.OpenActions}. Sertifikat ditahan sampai semuanya selesai; nilai dan zona tidak berubah.",
            $"Unresolved corrective actions: {clearance.OpenActions}. The certificate is withheld until all are resolved; the score and the zone do not change."),
        { ReleasedOn: { } day } => InLanguage(
            $"Semua tindakan korektif sudah selesai, yang terakhir pada {Dates.Indonesian(day)}.",
            $"All corrective actions are resolved, the last on {Dates.English(day)}."),
        { Status: ClearanceStatus.Clear } => InLanguage("Hasil diumumkan dengan predikat tanpa maladministrasi.", "The result was announced as \"without maladministration\"."),
        _ => InLanguage("Tidak ada tindakan korektif yang tercatat bagi instansi ini dalam sistem.", "No corrective action for this institution is recorded in this system."),
    };

    /// <summary>Formats with two decimals, as published scores are printed.</summary>
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
        var known = parts.OrderByDescending(part => part.From).ToList();
        var list = string.Join(", ", known.Select((part, rank) => rank == 0 || rank < known.Count - 1
            ? InLanguage($"{part.Label.Id} mulai {Figure(part.From)}", $"{part.Label.En} from {Figure(part.From)}")
            : InLanguage($"{part.Label.Id} di bawah {Figure(known[rank - 1].From)}", $"{part.Label.En} below {Figure(known[rank - 1].From)}")));

        return instrument.Zones.Count > 0
            ? InLanguage($"Zona menunjukkan tingkat kepatuhan: {list}.", $"Zones show the degree of compliance: {list}.")
            : InLanguage($"Penilaian tahun ini tidak menggunakan zona. Kategorinya: {list}.", $"This year has no zones. The categories are: {list}.");
    }

    private string Place(Band? band, string? category) => (category, band?.Zone) switch
    {
        ({ } label, { } zone) => InLanguage($"kategori {label}, zona {zone.Label.Id}", $"category {label}, zone {zone.Label.En}"),
        ({ } label, null) => InLanguage($"kategori {label}", $"category {label}"),
        (null, { } zone) => InLanguage($"zona {zone.Label.Id}", $"zone {zone.Label.En}"),
        _ => InLanguage("hasil", "outcome"),
    };

    private string RankWords(ResultRanks? ranks, InstitutionKind kind) => ranks switch
    {
        { Province: { } place } => InLanguage(
            $" Peringkatnya {place.Position} dari {place.Of} {kinds[kind].Id} di provinsinya yang nilainya diketahui.",
            $" It ranks number {place.Position} of the {place.Of} {kinds[kind].En} in its province whose scores are known."),
        { National: { } place } => InLanguage(
            $" Peringkatnya {place.Position} dari {place.Of} {kinds[kind].Id} yang nilainya diketahui.",
            $" It ranks number {place.Position} of the {place.Of} {kinds[kind].En} whose scores are known."),
        _ => "",
    };

    private string NotComparable(Result before, Result now) => InLanguage(
        $"Tahun {before.Year} dan {now.Year} tidak dapat dibandingkan langsung, karena metode penilaiannya berubah.",
        $"The years {before.Year} and {now.Year} cannot be compared directly because the method changed.");

    private string ThresholdChange(ChangedThreshold cut) => (cut.Before, cut.After) switch
    {
        ({ } old, { } next) => InLanguage($"{cut.Label.Id} mulai {Figure(next)}, sebelumnya {Figure(old)}.", $"{cut.Label.En} now begins at {Figure(next)}, previously at {Figure(old)}."),
        (null, 0m) => InLanguage($"{cut.Label.Id} merupakan rentang terendah yang baru.", $"{cut.Label.En} is new as the lowest band."),
        (null, { } next) => InLanguage($"{cut.Label.Id} baru, mulai {Figure(next)}.", $"{cut.Label.En} is new, from {Figure(next)}."),
        _ => InLanguage($"{cut.Label.Id} tidak digunakan lagi.", $"{cut.Label.En} is no longer used."),
    };

    private string InLanguage(string indonesian, string english) => language == Language.English ? english : indonesian;
}
