namespace Compliance.Application.Common;

/// <summary>The names of the filters that hide assessments and sheets, for the few queries that ignore one of them.</summary>
public static class QueryFilters
{
    /// <summary>Hides assessments outside the caller's scopes.</summary>
    public const string Visible = "visibleAssessment";

    /// <summary>Hides an assessment from its second scorer until the second scoring is completed.</summary>
    public const string Blind = "blindAssessment";

    /// <summary>Hides the sheets of hidden assessments; queries that join the assessment do not need it.</summary>
    public const string Sheet = "sheetOfVisibleAssessment";
}
