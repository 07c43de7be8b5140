namespace Compliance.Application.Common;

/// <summary>
/// The kind of a requested resource, as messages name it. Only the kinds listed here can be "not found", so that
/// each has a label in both languages.
/// </summary>
public sealed class ResourceKind
{
    public static readonly ResourceKind Account = new("Akun", "Account");
    public static readonly ResourceKind Agreement = new("Perjanjian", "Agreement");
    public static readonly ResourceKind AgreementDocument = new("Dokumen perjanjian", "Agreement document");
    public static readonly ResourceKind ApiKey = new("Kunci API", "API key");
    public static readonly ResourceKind Assessment = new("Penilaian", "Assessment");
    public static readonly ResourceKind CalendarFeed = new("Umpan kalender", "Calendar feed");
    public static readonly ResourceKind Clarification = new("Klarifikasi", "Clarification");
    public static readonly ResourceKind ClarificationPeriod = new("Masa klarifikasi tahun", "Clarification period of");
    public static readonly ResourceKind Commitment = new("Komitmen", "Commitment");
    public static readonly ResourceKind CorrectiveAction = new("Tindakan korektif", "Corrective action");
    public static readonly ResourceKind Cycle = new("Tahun penilaian", "Cycle");
    public static readonly ResourceKind EvaluationMeeting = new("Rapat evaluasi", "Evaluation meeting");
    public static readonly ResourceKind Evidence = new("Bukti dukung", "Evidence");
    public static readonly ResourceKind Institution = new("Instansi", "Institution");
    public static readonly ResourceKind Instrument = new("Instrumen", "Instrument");
    public static readonly ResourceKind JointService = new("Layanan terpadu", "Joint service");
    public static readonly ResourceKind Notification = new("Notifikasi", "Notification");
    public static readonly ResourceKind Office = new("Kantor", "Office");
    public static readonly ResourceKind Participant = new("Peserta layanan terpadu", "Participant of a joint service");
    public static readonly ResourceKind Result = new("Hasil penilaian", "Result");
    public static readonly ResourceKind ReturnReason = new("Alasan pengembalian", "Reason for a return");
    public static readonly ResourceKind SecondScoring = new("Penilaian kedua", "Second scoring");
    public static readonly ResourceKind ServiceEvent = new("Kegiatan keliling", "Event of a joint service");
    public static readonly ResourceKind ServiceUnit = new("Unit layanan", "Service unit");
    public static readonly ResourceKind Session = new("Sesi", "Session");
    public static readonly ResourceKind Upload = new("Unggahan", "Upload");
    public static readonly ResourceKind WorkPlan = new("Rencana kerja tahun", "Work plan of");

    private ResourceKind(string indonesian, string english) => Label = new(indonesian, english);

    public LocalizedText Label { get; }
}
