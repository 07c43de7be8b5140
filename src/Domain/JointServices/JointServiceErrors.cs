using Compliance.Domain.Common;

namespace Compliance.Domain.JointServices;

public static class JointServiceErrors
{
    public static readonly DomainError Refused = DomainError.Breaks(
        "jointServiceRefused", "Layanan terpadu ini memuat kesalahan; setiap tempatnya disebutkan.", "The joint service has faults; each place is named.");

    public static readonly DomainError ParticipantRefused = DomainError.Breaks(
        "participantRefused", "Peserta ini memuat kesalahan; setiap tempatnya disebutkan.", "The participant has faults; each place is named.");

    public static readonly DomainError EventRefused = DomainError.Breaks(
        "eventRefused", "Kegiatan ini memuat kesalahan; setiap tempatnya disebutkan.", "The event has faults; each place is named.");

    public static readonly DomainError ClosedBeforeOpened = DomainError.Breaks(
        "closedBeforeOpened", "Layanan tidak ditutup sebelum dibuka.", "A service does not close before it opens.");

    public static readonly DomainError SpkNeeded = DomainError.Breaks(
        "spkNeeded",
        "Layanan yang dibuka, dan peserta dari daftar instansi, memerlukan SPK; sebutkan perjanjiannya.",
        "A service that opens, and participants of the registry, need an SPK; name the agreement.");

    public static readonly DomainError NotAnSpk = DomainError.Breaks(
        "notAnSpk", "Perjanjian ini bukan SPK.", "This agreement is no SPK.");

    public static readonly DomainError SpkNotSigned = DomainError.Breaks(
        "spkNotSigned", "SPK ini belum ditandatangani.", "This SPK is not signed.");

    public static readonly DomainError NotAParty = DomainError.Breaks(
        "notAParty",
        "Peserta ini bukan pihak SPK layanan; jadikan pihak SPK, atau sebutkan SPK yang memuatnya.",
        "This participant is no party of the service's SPK; make it one, or name an SPK that it is a party of.");

    public static readonly DomainError OneParticipant = DomainError.Breaks(
        "oneParticipant",
        "Peserta adalah instansi, unit layanan, atau badan luar: tepat satu di antaranya.",
        "A participant is an institution, a service unit or an outside body: exactly one of them.");

    public static readonly DomainError ParticipantTwice = DomainError.Conflicts(
        "participantTwice", "Peserta ini sudah bergabung pada waktu yang sama.", "This participant is a member at the same time already.");

    public static readonly DomainError LeftBeforeJoined = DomainError.Breaks(
        "leftBeforeJoined", "Peserta tidak keluar sebelum bergabung.", "A participant does not leave before it joins.");

    public static readonly DomainError LeftBeforeEvent = DomainError.Breaks(
        "leftBeforeEvent",
        "Peserta ini tercatat hadir pada kegiatan setelah tanggal itu.",
        "This participant was present at an event after that day.");

    public static readonly DomainError FixedHasNoEvents = DomainError.Conflicts(
        "fixedHasNoEvents", "Hanya layanan keliling yang memiliki kegiatan.", "Only mobile services have events.");

    public static readonly DomainError DateTaken = DomainError.Conflicts(
        "dateTaken", "Layanan ini sudah memiliki kegiatan pada tanggal itu.", "The service has an event on that day already.");

    public static readonly DomainError NotAVillage = DomainError.Breaks(
        "notAVillage", "Tempat kegiatan adalah kode kelurahan atau desa.", "The place of an event is the code of a village (kelurahan, desa).");

    public static readonly DomainError NotADistrict = DomainError.Breaks(
        "notADistrict", "Ini bukan kode kecamatan.", "This is not the code of a district (kecamatan).");

    public static readonly DomainError NotOpenThen = DomainError.Breaks(
        "notOpenThen", "Layanan ini belum dibuka atau sudah ditutup pada hari kegiatan.", "On the day of an event the service was not open yet, or closed already.");

    public static readonly DomainError EventInFuture = DomainError.Breaks(
        "eventInFuture", "Kegiatan yang belum berlangsung tidak memiliki pengunjung dan peserta hadir.", "An event that is still to come has no visitors and nobody present.");

    public static readonly DomainError NotMemberThen = DomainError.Breaks(
        "notMemberThen", "Ini bukan peserta layanan pada hari kegiatan.", "This was no participant of the service on the day of the event.");

    public static readonly DomainError VisitorsMissing = DomainError.Breaks(
        "visitorsMissing", "Peserta hadir dicatat bersama jumlah pengunjung.", "Who was present is recorded together with the number of visitors.");

    public static readonly DomainError HeldAndCancelled = DomainError.Breaks(
        "heldAndCancelled", "Kegiatan yang dibatalkan tidak memiliki pengunjung dan peserta hadir.", "A cancelled event has no visitors and nobody present.");
}
