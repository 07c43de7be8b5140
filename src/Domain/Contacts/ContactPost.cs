namespace Compliance.Domain.Contacts;

/// <summary>To whom something is told, by post: at the institution that owes it, at an office, or at head office.</summary>
public enum ContactPost
{
    PersonInCharge,
    HeadOfAgency,
    RegionalSecretary,

    /// <summary>At the head office of the Ombudsman, whoever the institution is.</summary>
    HeadOffice,
}
