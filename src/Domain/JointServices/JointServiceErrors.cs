using Compliance.Domain.Common;

namespace Compliance.Domain.JointServices;

public static class JointServiceErrors
{
    public static readonly DomainError Refused = DomainError.Invalid(
        "jointServiceRefused",
        "Layanan terpadu ini tidak valid; setiap kesalahan dicantumkan.",
        "The joint service is not valid; each error is listed.");

    public static readonly DomainError ParticipantRefused = DomainError.Invalid(
        "participantRefused", "Peserta ini tidak valid; setiap kesalahan dicantumkan.", "The participant is not valid; each error is listed.");

    public static readonly DomainError EventRefused = DomainError.Invalid(
        "eventRefused", "Kegiatan ini tidak valid; setiap kesalahan dicantumkan.", "The event is not valid; each error is listed.");

    public static readonly DomainError ClosedBeforeOpened = DomainError.Invalid(
        "closedBeforeOpened", "Tanggal penutupan layanan mendahului tanggal pembukaannya.", "The service closes before it opens.");

    public static readonly DomainError SpkNeeded = DomainError.Invalid(
        "spkNeeded",
        "SPK wajib disebutkan untuk layanan yang sudah dibuka dan untuk peserta yang berupa instansi atau unit layanan.",
        "An SPK is required for a service that opens and for participants that are institutions or service units; name the agreement.");

    public static readonly DomainError NotAnSpk = DomainError.Invalid(
        "notAnSpk", "Perjanjian ini bukan SPK.", "This agreement is not an SPK.");

    public static readonly DomainError SpkNotSigned = DomainError.Invalid(
        "spkNotSigned", "SPK ini belum ditandatangani.", "This SPK is not signed yet.");

    public static readonly DomainError NotAParty = DomainError.Invalid(
        "notAParty",
        "Peserta ini bukan pihak dalam SPK layanan; jadikan pihak SPK tersebut, atau sebutkan SPK lain yang memuatnya.",
        "This participant is not a party to the SPK of the service; make it one, or name another SPK to which it is a party.");

    public static readonly DomainError OneParticipant = DomainError.Invalid(
        "oneParticipant",
        "Peserta harus berupa tepat satu dari instansi, unit layanan, atau badan luar.",
        "A participant must be exactly one of an institution, a service unit and an outside body.");

    public static readonly DomainError ParticipantTwice = DomainError.Conflict(
        "participantTwice", "Peserta ini sudah bergabung pada masa yang sama.", "This participant is already a member at that time.");

    public static readonly DomainError LeftBeforeJoined = DomainError.Invalid(
        "leftBeforeJoined", "Tanggal keluar peserta mendahului tanggal bergabungnya.", "The participant leaves before it joins.");

    public static readonly DomainError LeftBeforeEvent = DomainError.Invalid(
        "leftBeforeEvent",
        "Peserta ini tercatat hadir pada kegiatan setelah tanggal tersebut.",
        "This participant was present at an event after that date.");

    public static readonly DomainError FixedHasNoEvents = DomainError.Conflict(
        "fixedHasNoEvents", "Hanya layanan keliling yang memiliki kegiatan.", "Only mobile services have events.");

    public static readonly DomainError DateTaken = DomainError.Conflict(
        "dateTaken", "Layanan ini sudah memiliki kegiatan pada tanggal tersebut.", "The service already has an event on that date.");

    public static readonly DomainError NotAVillage = DomainError.Invalid(
        "notAVillage",
        "Tempat kegiatan harus berupa kode kelurahan atau desa.",
        "The place of an event must be the code of a village (kelurahan or desa).");

    public static readonly DomainError NotADistrict = DomainError.Invalid(
        "notADistrict", "Harus berupa kode kecamatan.", "This must be the code of a district (kecamatan).");

    public static readonly DomainError NotOpenThen = DomainError.Invalid(
        "notOpenThen", "Layanan ini belum dibuka atau sudah ditutup pada tanggal kegiatan.", "The service is not open on the date of the event.");

    public static readonly DomainError EventInFuture = DomainError.Invalid(
        "eventInFuture",
        "Kegiatan yang belum berlangsung tidak dapat memiliki pengunjung atau peserta hadir.",
        "An event in the future cannot have visitors or participants who were present.");

    public static readonly DomainError NotMemberThen = DomainError.Invalid(
        "notMemberThen", "Ini bukan peserta layanan pada tanggal kegiatan.", "This is not a participant of the service on the date of the event.");

    public static readonly DomainError VisitorsMissing = DomainError.Invalid(
        "visitorsMissing",
        "Peserta hadir wajib dicatat bersama jumlah pengunjung.",
        "Participants who were present must be recorded together with the number of visitors.");

    public static readonly DomainError HeldAndCancelled = DomainError.Invalid(
        "heldAndCancelled",
        "Kegiatan yang dibatalkan tidak dapat memiliki pengunjung atau peserta hadir.",
        "A cancelled event cannot have visitors or participants who were present.");
}
