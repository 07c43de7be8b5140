namespace Compliance.Api.Tests.Access;

/// <summary>Every kind of caller that the API tells apart. What they are judged by is an assessment of Riau (office 14) in the cycle of 2026.</summary>
public enum Who
{
    Anonymous,
    Administrator,
    MethodOwner,
    Verifier,
    Auditor,
    HeadInside,

    /// <summary>Head of the office of another province.</summary>
    HeadOutside,

    /// <summary>The assessor whom the assessment is assigned to.</summary>
    Assigned,

    /// <summary>An assessor of the same office whom it is not assigned to.</summary>
    Unassigned,
    AssessorElsewhere,

    /// <summary>An assessor of the same office in another cycle.</summary>
    AssessorOfAnotherCycle,
    Liaison,
    LiaisonOfAnother,

    /// <summary>An API key that reads results in bulk.</summary>
    BulkKey,

    /// <summary>An API key that imports results.</summary>
    ImportKey,
}
