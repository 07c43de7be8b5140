namespace Compliance.Domain.Institutions;

/// <summary>The levels that are ranked apart (kementerian, lembaga, provinsi, kabupaten, kota, instansi vertikal).</summary>
public enum InstitutionKind
{
    Ministry,
    Agency,
    Province,
    Regency,
    City,
    Vertical,
}
