namespace Compliance.Api.Tests.Access;

/// <summary>Who gets which status from every operation, for a request that is right in all but its caller.</summary>
internal static class Expectations
{
    private static readonly Who[] keys = [Who.BulkKey, Who.ImportKey];

    private static readonly Who[] assessors = [Who.Assigned, Who.Unassigned, Who.AssessorElsewhere, Who.AssessorOfAnotherCycle];

    /// <summary>Those whose roles read assessments at all.</summary>
    private static readonly Who[] readers = [Who.Administrator, Who.Verifier, Who.Auditor, Who.HeadInside, Who.HeadOutside, .. assessors];

    /// <summary>Those among them who may see the one that is asked for.</summary>
    private static readonly Who[] seeIt = [Who.Administrator, Who.Verifier, Who.Auditor, Who.HeadInside, Who.Assigned];

    /// <summary>Those whose roles read what follows from results.</summary>
    private static readonly Who[] followers =
        [Who.Administrator, Who.Verifier, Who.Auditor, Who.HeadInside, Who.HeadOutside, Who.Liaison, Who.LiaisonOfAnother];

    public static readonly IReadOnlyDictionary<string, Func<Who, int>> Table = new Dictionary<string, Func<Who, int>>
    {
        ["live"] = Everyone(),
        ["ready"] = Everyone(),

        ["issueTokens"] = Everyone(),
        ["acceptInvitation"] = Everyone(422),
        ["getMe"] = SignedIn(),
        ["listMySessions"] = Accounts(),
        ["endMySession"] = Accounts(),
        ["changePassword"] = Accounts(422),
        ["enrolAuthenticator"] = Accounts(),
        ["confirmAuthenticator"] = Accounts(422),

        ["listUsers"] = Only(200, Who.Administrator),
        ["inviteUser"] = Only(201, Who.Administrator),
        ["getUser"] = Only(200, Who.Administrator),
        ["changeUser"] = Only(412, Who.Administrator),
        ["inviteUserAgain"] = Only(200, Who.Administrator),
        ["endUserSessions"] = Only(200, Who.Administrator),
        ["listApiKeys"] = Only(200, Who.Administrator),
        ["makeApiKey"] = Only(201, Who.Administrator),
        ["rotateApiKey"] = Only(200, Who.Administrator),
        ["revokeApiKey"] = Only(200, Who.Administrator),

        ["listAudit"] = Only(200, Who.Auditor),
        ["verifyAudit"] = Only(200, Who.Auditor),
        ["exportAudit"] = Only(200, Who.Auditor),
        ["listAuditKeys"] = Everyone(),
        ["listCheckpoints"] = Everyone(),
        ["sealAudit"] = Only(200, Who.Administrator),

        ["listRegions"] = Everyone(),
        ["listInstitutions"] = Everyone(),
        ["getInstitution"] = Everyone(),
        ["listServiceUnits"] = Everyone(),
        ["getServiceUnit"] = Everyone(),
        ["listInstitutionResults"] = Everyone(),
        ["getResult"] = Everyone(),
        ["listUnitResults"] = Everyone(),
        ["listResults"] = Everyone(),
        ["summariseResults"] = Everyone(),
        ["rankInstitutions"] = Everyone(),
        ["importResults"] = Only(200, Who.Administrator, Who.ImportKey),

        ["listInstruments"] = Everyone(),
        ["getInstrument"] = Everyone(),
        ["listBands"] = Everyone(),
        ["publishInstrument"] = Only(201, Who.MethodOwner),
        ["scoreUnit"] = Everyone(),
        ["scoreInstitution"] = Everyone(),

        ["listCycles"] = Everyone(),
        ["getCycle"] = Everyone(),
        ["openCycle"] = Only(201, Who.Administrator),
        ["planAssessments"] = Only(200, Who.Administrator, Who.HeadInside),
        ["assignAssessments"] = who => who == Who.HeadOutside ? 422 : Only(200, Who.Administrator, Who.HeadInside)(who),
        ["getCycleProgress"] = Only(200, readers),
        ["listDecisions"] = Everyone(),
        ["proveDecisions"] = Everyone(409),
        ["holdPlenary"] = Only(409, Who.Administrator),
        ["cancelPlenary"] = Only(200, Who.Administrator),
        ["decideCycle"] = Only(409, Who.Administrator),
        ["announceCycle"] = Only(409, Who.Administrator),
        ["correctDecision"] = Only(409, Who.Administrator),

        ["listAssessments"] = Only(200, readers),
        ["getAssessment"] = OfTheAssessment(),
        ["getForm"] = OfTheAssessment(),
        ["listAnswers"] = OfTheAssessment(),
        ["listAnswerHistory"] = OfTheAssessment(),
        ["listConflicts"] = OfTheAssessment(),
        ["settleConflict"] = who => who == Who.Anonymous ? 401 : who == Who.HeadInside ? 409 : who == Who.HeadOutside ? 404 : 403,
        ["listRefusedAnswers"] = OfTheAssessment(),
        ["mendAnswer"] = OfTheAssignee(409),
        ["dismissAnswer"] = OfTheAssignee(409),
        ["getLiveScore"] = OfTheAssessment(),
        ["listImprovements"] = OfTheAssessment(),
        ["putAnswers"] = OfTheAssignee(200),
        ["changePlan"] = OfTheOffice(Who.Administrator, Who.HeadInside),
        ["assignAssessment"] = OfTheOffice(Who.Administrator, Who.HeadInside),
        ["markNotAssessed"] = OfTheOffice(Who.Administrator, Who.HeadInside),
        ["reopenAssessment"] = OfTheOffice(Who.Administrator, Who.HeadInside),
        ["submitAssessment"] = OfTheOffice(Who.HeadInside),
        ["withdrawSubmission"] = OfTheOffice(Who.HeadInside),
        ["listReturns"] = OfTheAssessment(),
        ["returnAssessment"] = Only(412, Who.Verifier),
        ["closeReturnReason"] = who => who == Who.Anonymous ? 401 : who == Who.HeadInside || who == Who.HeadOutside || assessors.Contains(who) ? 404 : 403,
        ["verifyAssessment"] = Only(412, Who.Verifier),
        ["withdrawVerification"] = Only(412, Who.Verifier),
        ["drawSecondScorings"] = Only(422, Who.Administrator, Who.Verifier),
        ["listSecondScorings"] = Only(200, Who.Administrator, Who.Verifier, Who.Auditor),
        ["assignSecondScoring"] = Only(404, Who.Administrator, Who.Verifier),
        ["claimSecondScoring"] = Only(404, Who.Verifier),
        ["getSecondScoringForm"] = Only(404, Who.Verifier),
        ["getSecondScoringEvidence"] = Only(404, Who.Verifier),
        ["putSecondAnswers"] = Only(404, Who.Verifier),
        ["completeSecondScoring"] = Only(404, Who.Verifier),
        ["getScorerAgreement"] = Only(200, Who.Administrator, Who.Verifier, Who.Auditor),
        ["openClarification"] = Only(422, Who.Administrator),
        ["listClarifications"] = Only(200, Who.Verifier),
        ["getClarifications"] = Only(404, Who.Liaison, Who.LiaisonOfAnother),
        ["writeClarification"] = who => who == Who.Liaison ? 409 : Only(404, Who.LiaisonOfAnother)(who),
        ["answerClarification"] = Only(404, Who.Verifier),
        ["listEvidence"] = OfTheAssessment(),
        ["getEvidence"] = OfTheAssessment(),
        ["getEvidenceContent"] = OfTheAssessment(),
        ["addEvidence"] = OfTheAssignee(201),
        ["putEvidenceObservations"] = OfTheAssignee(412),
        ["withdrawEvidence"] = OfTheAssignee(412),
        ["reviewEvidence"] = who => who == Who.Anonymous ? 401 : who is Who.Verifier or Who.HeadInside ? 412 : who == Who.HeadOutside ? 404 : 403,
        ["getReportCard"] = Everyone(),
        ["listCorrectiveActions"] = Only(200, followers),
        ["openCorrectiveAction"] = Only(201, Who.Administrator, Who.HeadInside),
        ["getCorrectiveAction"] = OfTheAction(200, followers),
        ["completeCorrectiveAction"] = OfTheAction(412, Who.Liaison, Who.LiaisonOfAnother),
        ["verifyCorrectiveAction"] = OfTheAction(412, Who.Administrator, Who.Verifier, Who.HeadInside, Who.HeadOutside),
        ["listMeetings"] = Only(200, followers),
        ["recordMeeting"] = Only(201, Who.Administrator, Who.HeadInside),
        ["getMeeting"] = OfTheAction(200, followers),
        ["correctMeeting"] = OfTheAction(412, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["getReply"] = Everyone(),
        ["writeReply"] = Only(412, Who.Liaison),
        ["moderateReply"] = Only(412, Who.Administrator, Who.Verifier),
        ["listCommitments"] = OfTheAction(200, followers),
        ["makeCommitment"] = OfTheAction(409, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["getCommitment"] = OfTheAction(200, followers),
        ["redraftCommitment"] = OfTheAction(412, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["listProgress"] = OfTheAction(200, followers),
        ["reportProgress"] = OfTheAction(201, Who.Liaison, Who.LiaisonOfAnother, Who.HeadOutside),
        ["closeCommitment"] = OfTheAction(412, Who.Administrator, Who.HeadInside, Who.HeadOutside, Who.Liaison, Who.LiaisonOfAnother),
        ["listWorkPlans"] = OfTheAction(200, followers),
        ["getWorkPlan"] = OfTheAction(404, followers),
        ["writeWorkPlan"] = OfTheAction(412, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["getAgreementHealth"] = OfTheAction(200, followers),
        ["listAgreementHealth"] = Only(200, followers),
        ["summariseAgreementHealth"] = Only(200, followers),
        ["listFollowUps"] = Only(200, followers),
        ["summariseFollowUps"] = Only(200, followers),
        ["getImprovementLoop"] = Only(200, followers),
        ["listScopeItems"] = Everyone(),
        ["listAgreements"] = Only(200, followers),
        ["registerAgreement"] = Only(201, Who.Administrator, Who.HeadInside),
        ["getAgreementEffect"] = Only(200, Who.Administrator, Who.Verifier, Who.Auditor, Who.HeadInside, Who.HeadOutside),
        ["getAgreement"] = OfTheAction(200, followers),
        ["getAgreementTimeline"] = OfTheAction(200, followers),
        ["redraftAgreement"] = OfTheAction(412, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["recordAgreementStep"] = OfTheAction(412, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["signAgreement"] = OfTheAction(412, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["terminateAgreement"] = OfTheAction(412, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["extendAgreement"] = OfTheAction(409, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["listAgreementDocuments"] = OfTheAction(200, followers),
        ["addAgreementDocument"] = OfTheAction(201, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["getAgreementDocument"] = OfTheAction(200, followers),
        ["getAgreementDocumentContent"] = OfTheAction(200, followers),
        ["listPublicReports"] = Only(200, followers),
        ["recordPublicReports"] = Only(200, Who.Administrator, Who.HeadInside),
        ["importPublicReports"] = who => who == Who.HeadOutside ? 422 : Only(200, Who.Administrator, Who.HeadInside)(who),
        ["listJointServices"] = Only(200, followers),
        ["registerJointService"] = Only(201, Who.Administrator, Who.HeadInside),
        ["getJointService"] = OfTheJointService(200, followers),
        ["changeJointService"] = OfTheJointService(412, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["listParticipants"] = OfTheJointService(200, followers),
        ["addParticipant"] = OfTheJointService(201, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["changeParticipant"] = OfTheJointService(412, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["listEvents"] = OfTheJointService(200, followers),
        ["planEvent"] = OfTheJointService(201, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["changeEvent"] = OfTheJointService(412, Who.Administrator, Who.HeadInside, Who.HeadOutside),
        ["getCoverage"] = OfTheJointService(200, followers),
        ["listNotifications"] = Only(200, followers),
        ["readNotification"] = who => who is Who.Administrator or Who.Verifier or Who.Auditor ? 404 : OfTheAction(200, followers)(who),
        ["listOutbox"] = Only(200, Who.Administrator),
        ["getInstitutionContacts"] = Only(200, Who.Administrator, Who.HeadInside, Who.Liaison),
        ["putInstitutionContacts"] = Only(412, Who.Administrator, Who.HeadInside, Who.Liaison),
        ["getOfficeContacts"] = Only(200, Who.Administrator, Who.HeadInside),
        ["putOfficeContacts"] = Only(412, Who.Administrator, Who.HeadInside),
        ["getCalendar"] = Only(200, followers),
        ["listCalendarFeeds"] = Only(200, followers),
        ["makeCalendarFeed"] = who => who is Who.HeadOutside or Who.LiaisonOfAnother ? 403 : Only(201, followers)(who),
        ["revokeCalendarFeed"] = who => who == Who.HeadInside ? 200 : Only(404, followers)(who),
        ["beginUpload"] = OfTheAssignee(201),
        ["getUpload"] = OfTheAssignee(200),
        ["headUpload"] = OfTheAssignee(200),
        ["appendToUpload"] = OfTheAssignee(200),
    };

    private static Func<Who, int> Everyone(int status = 200) => _ => status;

    private static Func<Who, int> SignedIn() => who => who == Who.Anonymous ? 401 : 200;

    /// <summary>Persons who sign in with a password.</summary>
    private static Func<Who, int> Accounts(int status = 200) => who => who == Who.Anonymous ? 401 : keys.Contains(who) ? 403 : status;

    private static Func<Who, int> Only(int status, params Who[] allowed) => who => who == Who.Anonymous ? 401 : allowed.Contains(who) ? status : 403;

    /// <summary>For an assessor who may not see it, it does not exist; the others enter nothing.</summary>
    private static Func<Who, int> OfTheAssignee(int status) => who =>
        who == Who.Anonymous ? 401 : who == Who.Assigned ? status : assessors.Contains(who) ? 404 : 403;

    /// <summary>For a reader who may not see it, it does not exist.</summary>
    private static Func<Who, int> OfTheAssessment() => who =>
        who == Who.Anonymous ? 401 : seeIt.Contains(who) ? 200 : readers.Contains(who) ? 404 : 403;

    /// <summary>The corrective action, meeting or agreement is of an institution in the province of the office inside; others of these roles do not see it.</summary>
    private static Func<Who, int> OfTheAction(int status, params Who[] allowed) => who =>
        allowed.Contains(who) && who is Who.HeadOutside or Who.LiaisonOfAnother ? 404 : Only(status, allowed)(who);

    /// <summary>The joint service is of a city in the province of the office inside; neither liaison is one of its people.</summary>
    private static Func<Who, int> OfTheJointService(int status, params Who[] allowed) => who =>
        allowed.Contains(who) && (who is Who.HeadOutside or Who.Liaison or Who.LiaisonOfAnother) ? 404 : Only(status, allowed)(who);

    /// <summary>Whoever may change it meets the version that is not the one sent; the head of another office does not see it.</summary>
    private static Func<Who, int> OfTheOffice(params Who[] allowed) => who => who == Who.HeadOutside ? 404 : Only(412, allowed)(who);
}
