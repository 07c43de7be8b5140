namespace Compliance.Domain.Agreements;

public enum AgreementKind
{
    /// <summary>Nota kesepahaman: the umbrella, between the Chair and the head of a region.</summary>
    Mou,

    /// <summary>Perjanjian kerja sama: under a MoU, between an office and a government or its agencies.</summary>
    Pks,

    /// <summary>Surat perjanjian kerja sama: between the agencies that run a joint service.</summary>
    Spk,
}

/// <summary>The status of an agreement, which follows from its dates.</summary>
public enum AgreementStatus
{
    /// <summary>Not signed yet.</summary>
    Forming,

    /// <summary>Signed, but its first day is in the future.</summary>
    Signed,
    InForce,

    /// <summary>In force, close to its end, and without a signed extension.</summary>
    Expiring,
    Expired,

    /// <summary>Close to its end or past it, with a signed extension.</summary>
    Extended,
    Terminated,
}

/// <summary>The steps of the formation of an agreement, in their order (Peraturan Ombudsman 55/2022).</summary>
public enum FormationStage
{
    /// <summary>Usulan.</summary>
    Proposal,

    /// <summary>Rapat pleno.</summary>
    Plenary,

    /// <summary>Keputusan Ketua.</summary>
    ChairDecision,

    /// <summary>Penjajakan.</summary>
    Exploration,

    /// <summary>Perundingan.</summary>
    Negotiation,

    /// <summary>Penyusunan naskah.</summary>
    Drafting,

    /// <summary>Penandatanganan.</summary>
    Signing,
}

public sealed record FormationStep(FormationStage Stage, DateOnly On);

/// <summary>Settings for rules that no official source defines; an office can change them.</summary>
/// <param name="ExpiringDays">The number of days before its end during which an agreement is expiring.</param>
/// <param name="PksMayOutliveMou">Whether a PKS may be in force longer than its MoU.</param>
public sealed record AgreementTerms(int ExpiringDays = 90, bool PksMayOutliveMou = false);
