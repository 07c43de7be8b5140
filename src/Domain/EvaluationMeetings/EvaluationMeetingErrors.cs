using Compliance.Domain.Common;

namespace Compliance.Domain.EvaluationMeetings;

public static class EvaluationMeetingErrors
{
    public static readonly DomainError MeetingRefused = DomainError.Invalid(
        "meetingRefused", "Rapat ini tidak valid; setiap kesalahan dicantumkan.", "The meeting is not valid; each error is listed.");

    public static readonly DomainError DueBeforeMeeting = DomainError.Invalid(
        "dueBeforeMeeting", "Batas waktu mendahului tanggal rapat.", "The due date precedes the date of the meeting.");
}
