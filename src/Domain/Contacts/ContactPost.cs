namespace Compliance.Domain.Contacts;

/// <summary>The post that is notified: at the obligated institution, at an office or at head office.</summary>
public enum ContactPost
{
    PersonInCharge,
    HeadOfAgency,
    RegionalSecretary,

    /// <summary>At the head office of the Ombudsman, for every institution.</summary>
    HeadOffice,
}
