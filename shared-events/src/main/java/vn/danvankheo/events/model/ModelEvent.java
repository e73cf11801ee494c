package vn.danvankheo.events.model;

import vn.danvankheo.events.DomainEvent;

/** Something that happened to a model. */
public sealed interface ModelEvent extends DomainEvent
    permits ModelRegistered,
        ModelUpdated,
        ModelReturned,
        ModelResubmitted,
        ModelApproved,
        ModelWithdrawn,
        ProgressReported,
        ModelInspected,
        FindingRemedied,
        RemedyConfirmed,
        RemedyRejected,
        FindingExtended,
        InspectionAnnulled,
        ModelRecognized,
        RecognitionRefused,
        ExemplarDesignated,
        ModelCommended,
        CommendationRevoked,
        ModelRenewed,
        ModelReplicated,
        ModelClosed,
        ReminderSent,
        PersonalDataErased {}
