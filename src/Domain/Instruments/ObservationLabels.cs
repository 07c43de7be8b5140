using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

/// <summary>The names of techniques and subjects in messages.</summary>
public static class ObservationLabels
{
    public static LocalizedText Label(this Technique technique) => technique switch
    {
        Technique.Interview => new("wawancara", "interview"),
        Technique.Observation => new("observasi", "observation"),
        Technique.Document => new("bukti dokumen", "document"),
        Technique.Survey => new("survei", "survey"),
        _ => new("data sekunder", "secondary data"),
    };

    public static LocalizedText Label(this SubjectKind kind) => kind switch
    {
        SubjectKind.Unit => new("unit layanan", "service unit"),
        SubjectKind.Product => new("produk layanan", "service product"),
        SubjectKind.Respondent => new("responden", "respondent"),
        _ => new("petugas", "official"),
    };
}
