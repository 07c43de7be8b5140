namespace Compliance.Application.Common;

/// <summary>The filters that hide assessments and sheets, for the few reads that look past one of them.</summary>
public static class QueryFilters
{
    /// <summary>What the caller's scopes do not cover does not exist.</summary>
    public const string Visible = "visibleAssessment";

    /// <summary>What the caller scores a second time does not exist until that is completed.</summary>
    public const string Blind = "blindAssessment";

    /// <summary>A sheet is as visible as its assessment; what is read together with its assessment needs no filter of its own.</summary>
    public const string Sheet = "sheetOfVisibleAssessment";
}
