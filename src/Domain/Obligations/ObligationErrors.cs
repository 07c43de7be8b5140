using Compliance.Domain.Common;

namespace Compliance.Domain.Obligations;

public static class ObligationErrors
{
    public static readonly DomainError RejectionReasonNeeded = DomainError.Invalid(
        "rejectionReasonNeeded", "Penolakan wajib disertai alasan.", "A rejection needs a reason.");
}
