using Compliance.Domain.Common;

namespace Compliance.Domain.EvaluationMeetings;

public static class EvaluationMeetingErrors
{
    public static readonly DomainError MeetingRefused = DomainError.Breaks(
        "meetingRefused", "Rapat ini memuat kesalahan; setiap tempatnya disebutkan.", "The meeting has faults; each place is named.");

    public static readonly DomainError DueBeforeMeeting = DomainError.Breaks(
        "dueBeforeMeeting", "Batas waktu mendahului tanggal rapat.", "The due date lies before the meeting.");
}
