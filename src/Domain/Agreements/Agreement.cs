using System.Linq.Expressions;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;

namespace Compliance.Domain.Agreements;

/// <summary>
/// A cooperation agreement of the Ombudsman with governments, or of agencies with one another (nota kesepahaman, perjanjian kerja
/// sama, surat perjanjian kerja sama). Its status follows from its dates and is never stored.
/// </summary>
public sealed class Agreement : IVersioned
{
    private readonly List<Party> parties = [];

    private Agreement()
    {
    }

    public AgreementId Id { get; private init; }

    public AgreementKind Kind { get; private init; }

    public string? Number { get; private set; }

    public string? NumberKey { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The normalised title and number that searches are compared with (see <see cref="NameMatching.Key"/>).</summary>
    public string Key { get; private set; } = "";

    public AgreementId? Parent { get; private set; }

    /// <summary>The agreement that this one extends.</summary>
    public AgreementId? Continues { get; private init; }

    /// <summary>The office that is responsible for it; its calendar determines the current day.</summary>
    public string Office { get; private init; } = "";

    public IndonesianZone Zone { get; private init; }

    /// <summary>Ordered by <see cref="Party.Side"/>.</summary>
    public IReadOnlyList<Party> Parties => parties;

    /// <summary>The sides of all parties as one text, by which agreements of the same parties are found.</summary>
    public string PartiesKey { get; private set; } = "";

    public IReadOnlyList<string> Scope { get; private set; } = [];

    public string? ScopeNote { get; private set; }

    /// <summary>The steps of its formation, as Peraturan Ombudsman 55/2022 names them.</summary>
    public IReadOnlyList<FormationStep> Steps { get; private set; } = [];

    public DateOnly? SignedOn { get; private set; }

    public DateOnly? EffectiveFrom { get; private set; }

    /// <summary>The last day on which it is in force.</summary>
    public DateOnly? EffectiveTo { get; private set; }

    /// <summary>The day since which a signed extension exists.</summary>
    public DateOnly? ContinuedOn { get; private set; }

    /// <summary>The first day on which it is no longer in force.</summary>
    public DateOnly? TerminatedOn { get; private set; }

    public string? TerminationReason { get; private set; }

    public AccountId? RegisteredBy { get; private init; }

    public DateTimeOffset RegisteredAt { get; private init; }

    public int Version { get; private set; } = 1;

    /// <summary>Its end as an obligation that is due on its last day; closed once the agreement is extended or terminated.</summary>
    public ObligationProgress EndProgress => ContinuedOn is null && TerminatedOn is null ? ObligationProgress.Open : ObligationProgress.Closed;

    /// <summary>The same for queries: what determines the status of the end of a signed agreement.</summary>
    public static Expression<Func<Agreement, ObligationRow<Agreement>>> EndRow { get; } = agreement => new()
    {
        Source = agreement,
        IsOpen = agreement.ContinuedOn == null && agreement.TerminatedOn == null,
        IsReported = false,
        IsClosed = agreement.ContinuedOn != null || agreement.TerminatedOn != null,
        DueOn = agreement.EffectiveTo!.Value,
        Office = agreement.Office,
    };

    public AgreementContent Content => new(Kind, Number, Title, Parent, Parties, Scope, ScopeNote);

    /// <summary>The term that was signed; null before.</summary>
    public AgreementPeriod? Term => SignedOn is { } signed ? new(signed, EffectiveFrom!.Value, EffectiveTo!.Value) : null;

    /// <summary>The days on which it is in force, shortened by a termination; null if there are none.</summary>
    public AgreementPeriod? InForce => Term?.TerminatedOn(TerminatedOn) is { IsEmpty: false } days ? days : null;

    /// <param name="office">The office that is responsible for it.</param>
    /// <param name="umbrella">The agreement that it is made under.</param>
    /// <param name="by">Null if the program itself registers it.</param>
    /// <param name="continues">The agreement that it extends.</param>
    public static Agreement Register(
        AgreementId id, AgreementContent content, string office, Agreement? umbrella, AccountId? by, DateTimeOffset now, Agreement? continues = null)
    {
        Rule.Require(continues is null || continues.Kind == content.Kind, AgreementErrors.OtherKindExtends);
        Rule.Require(continues is null || continues.SignedOn is not null, AgreementErrors.NotSigned);
        Rule.Require(continues?.TerminatedOn is null, AgreementErrors.Terminated);

        var agreement = new Agreement
        {
            Id = id,
            Kind = content.Kind,
            Continues = continues?.Id,
            Office = office,
            Zone = IndonesianTime.ZoneOf(office),
            RegisteredBy = by,
            RegisteredAt = now,
        };
        agreement.Apply(content, umbrella);

        return agreement;
    }

    public DateOnly DayOf(DateTimeOffset instant) => IndonesianTime.DayOf(instant, Zone);

    /// <summary>Whether it has the same content, so that a repeated request is recognised.</summary>
    public bool SaysTheSameAs(AgreementContent content, AgreementId? continues) => Continues == continues && Content.SaysTheSameAs(content);

    /// <summary>Replaces the content. It cannot change once the agreement is signed.</summary>
    /// <param name="umbrella">The agreement that it is made under.</param>
    public void Redraft(AgreementContent content, Agreement? umbrella)
    {
        RequireForming();
        Rule.Require(content.Kind == Kind, AgreementErrors.OtherKind);

        if (!Content.SaysTheSameAs(content))
        {
            Apply(content, umbrella);
            Version++;
        }
    }

    /// <summary>Records the day of a formation step. Idempotent.</summary>
    public void RecordStep(FormationStep step, DateOnly today)
    {
        RequireForming();
        Rule.Require(step.Stage != FormationStage.Signing, AgreementErrors.SigningIsSigned);
        Rule.Require(step.On <= today, AgreementErrors.InFuture);
        Rule.Require(
            Steps.All(each => each.Stage == step.Stage || (each.Stage < step.Stage ? each.On <= step.On : each.On >= step.On)),
            AgreementErrors.StepsCross);

        if (!Steps.Contains(step))
        {
            Keep(step);
            Version++;
        }
    }

    /// <summary>Records the signature. Idempotent for the same dates.</summary>
    /// <param name="umbrella">The agreement that it is made under, which a PKS needs.</param>
    /// <param name="continued">The agreement that it extends.</param>
    public void Sign(AgreementPeriod term, Agreement? umbrella, Agreement? continued, AgreementTerms terms, DateOnly today)
    {
        if (Term == term)
        {
            return;
        }

        RequireForming();
        Rule.RequireNone(
            [.. AgreementRules.FaultsOfTerm(Kind, term, umbrella, terms, today), .. AgreementRules.FaultsOfSigning(this, term, umbrella)], AgreementErrors.Refused);
        (SignedOn, EffectiveFrom, EffectiveTo) = (term.SignedOn, term.EffectiveFrom, term.EffectiveTo);
        Keep(new(FormationStage.Signing, term.SignedOn));
        continued?.MarkContinued(term.SignedOn);
        Version++;
    }

    /// <summary>Ends it early, or ends the attempt to form it. Idempotent.</summary>
    /// <param name="on">The first day on which it is no longer in force.</param>
    public void Terminate(DateOnly on, string reason)
    {
        if ((TerminatedOn, TerminationReason) == (on, reason))
        {
            return;
        }

        Rule.Require(TerminatedOn is null, AgreementErrors.Terminated);
        Rule.Require(SignedOn is null || on >= SignedOn, AgreementErrors.TerminatedBeforeSigning);
        Rule.Require(EffectiveTo is null || on <= EffectiveTo, AgreementErrors.TerminatedAfterEnd);
        (TerminatedOn, TerminationReason) = (on, reason);
        Version++;
    }

    /// <param name="today">The current day in the time zone of its office.</param>
    public AgreementStatus StatusOn(DateOnly today, AgreementTerms terms) => AgreementStatusRule.StatusOf(today, terms, Term, ContinuedOn, TerminatedOn);

    public bool IsInForceOn(DateOnly day) => InForce?.Contains(day) == true;

    /// <summary>Whether both are of one kind, have the same parties and are in force on a common day; an agreement and its extension do not count.</summary>
    public bool Overlaps(Agreement other) =>
        other.Id != Id && other.Continues != Id && Continues != other.Id
        && (other.Kind, other.PartiesKey) == (Kind, PartiesKey)
        && InForce is { } mine && other.InForce is { } theirs && mine.Overlaps(theirs);

    /// <summary>Whether a party of another agreement is a party of this one, or belongs to one. Any office acts for the Ombudsman.</summary>
    public bool Covers(Party other) => other.Office is not null
        ? parties.Exists(party => party.Office is not null)
        : parties.Exists(party => party.UnitId is { } unit ? unit == other.UnitId : party.InstitutionId is not null && party.InstitutionId == other.InstitutionId);

    private void Keep(FormationStep step) => Steps = [.. Steps.Where(each => each.Stage != step.Stage).Append(step).OrderBy(each => each.Stage)];

    private void RequireForming()
    {
        Rule.Require(SignedOn is null, AgreementErrors.Signed);
        Rule.Require(TerminatedOn is null, AgreementErrors.Terminated);
    }

    private void MarkContinued(DateOnly on)
    {
        if (ContinuedOn is null || on < ContinuedOn)
        {
            ContinuedOn = on;
            Version++;
        }
    }

    private void Apply(AgreementContent content, Agreement? umbrella)
    {
        Rule.RequireNone(
            [.. AgreementRules.FaultsOfParties(content), .. AgreementRules.FaultsOfParent(content, umbrella)], AgreementErrors.Refused);
        (Number, NumberKey, Title, Parent) = (content.Number, content.NumberKey, content.Title, content.Parent);
        (Key, Scope, ScopeNote) = (NameMatching.Key($"{content.Title} {content.Number}"), content.Scope, content.ScopeNote);
        PartiesKey = Party.KeyOf(content.Parties);
        parties.Clear();
        parties.AddRange(AgreementContent.Ordered(content.Parties));
    }
}
