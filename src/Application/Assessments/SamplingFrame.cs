using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Assessments;

/// <summary>The units that one request plans, with all data about them, so that all faults are found at once.</summary>
internal sealed class SamplingFrame
{
    private readonly PlanAssessments request;
    private readonly IReadOnlyDictionary<ServiceUnitId, UnitFacts> facts;
    private readonly IReadOnlyDictionary<string, Account> accounts;
    private readonly IReadOnlySet<string> places;

    private SamplingFrame(
        PlanAssessments request,
        IReadOnlyList<Locus> loci,
        IReadOnlyDictionary<ServiceUnitId, UnitFacts> facts,
        IReadOnlyDictionary<string, Account> accounts,
        IReadOnlySet<string> places)
    {
        this.request = request;
        this.facts = facts;
        this.accounts = accounts;
        this.places = places;
        Loci = loci;
    }

    /// <summary>In the order of the request; a unit that is named twice appears twice.</summary>
    public IReadOnlyList<Locus> Loci { get; }

    public static async Task<SamplingFrame> Read(IComplianceDb db, PlanAssessments request, CancellationToken cancellationToken)
    {
        IReadOnlyList<Locus> loci =
        [
            .. (request.Units ?? []).Select((unit, index) => new Locus(request, new(unit, null, null, null, null, null), $"/units/{index}", "")),
            .. (request.Frame ?? []).Select((row, index) => new Locus(request, row, $"/frame/{index}/unit", $"/frame/{index}")),
        ];

        return new(
            request,
            loci,
            await db.FactsOf([.. loci.Select(locus => locus.Unit).Distinct()], cancellationToken),
            await db.AccountsOf(loci.Select(locus => locus.Assessor), cancellationToken),
            await db.KnownRegions(loci.Select(locus => locus.Row.AssessedAt), cancellationToken));
    }

    public void RefuseUnknownUnits() => Rule.RequireNone(
        [.. Loci.Where(locus => !facts.ContainsKey(locus.Unit)).Select(locus => RegistryErrors.UnknownUnit(locus.Unit.Value).At(locus.UnitPointer))],
        AssessmentErrors.UnitsUnknown);

    public void RefuseOtherOffices(Caller caller) => Rule.RequireNone(
        [
            .. Loci.Where(locus => !caller.May(Permission.PlanAssessments, facts[locus.Unit].Office, request.Year, null))
                .Select(locus => AccessErrors.OutsideScope.At(locus.UnitPointer)),
        ],
        AccessErrors.OutsideScope);

    /// <param name="planned">The units that are already planned. Their assignment does not change, so the account must exist, but need not have the role.</param>
    public void RefuseFaults(Instrument instrument, IReadOnlyCollection<ServiceUnitId> planned)
    {
        var units = new HashSet<ServiceUnitId>();
        var faults = new List<Fault>(request.Subjects is null ? [] : new LocusInput(request.Subjects, null, null, null).SubjectFaults(instrument));

        foreach (var locus in Loci)
        {
            var (office, products) = facts[locus.Unit];

            if (!units.Add(locus.Unit) && locus.IsOfFrame)
            {
                faults.Add(AssessmentErrors.UnitTwice.At(locus.UnitPointer));
            }

            if (accounts.IsWrong(locus.Assessor, office, request.Year) && (accounts.IdOf(locus.Assessor) is null || !planned.Contains(locus.Unit)))
            {
                faults.Add(AccessErrors.UnknownAssessor.At(locus.AssessorPointer));
            }

            faults.AddRange(locus.OwnFaults(instrument, products, places));
        }

        MixedFaults.Refuse([.. faults.Distinct()], AssessmentErrors.PlanRefused);
    }

    public Assessment Plan(AssessmentId id, Cycle cycle, Locus locus, Instrument instrument)
    {
        var (office, products) = facts[locus.Unit];

        return Assessment.Plan(id, cycle, locus.Unit, office, accounts.IdOf(locus.Assessor), locus.Input.ToPlan(instrument, products));
    }
}

/// <summary>One unit of a request: its own settings, with those of the whole request as defaults.</summary>
/// <param name="Pointer">The JSON pointer of the row in the request; empty for a unit without a row.</param>
internal sealed record Locus(PlanAssessments Request, FrameRow Row, string UnitPointer, string Pointer)
{
    public ServiceUnitId Unit => ServiceUnitId.From(Row.Unit!.Value);

    public bool IsOfFrame => Pointer.Length > 0;

    public string? Assessor => Row.Assessor ?? Request.Assessor;

    public string AssessorPointer => Row.Assessor is null ? "/assessor" : $"{Pointer}/assessor";

    public LocusInput Input => new(Row.Subjects ?? Request.Subjects, Row.Products, Row.AssessedAt, Row.AssessedAtNote);

    /// <summary>Returns the faults of the row itself; shared settings are checked once, with the request.</summary>
    public IEnumerable<Fault> OwnFaults(Instrument instrument, IReadOnlyList<ServiceProductId> offered, IReadOnlySet<string> places) =>
    [
        .. Row.Subjects is null ? [] : Input.SubjectFaults(instrument).Select(fault => fault.Under(Pointer)),
        .. Input.PlaceFaults(instrument, offered, places).Select(fault => fault.Under(Pointer)),
    ];
}
