package vn.danvankheo.command.model.domain;

import vn.danvankheo.command.domain.Command;

/** A wish about a model. The reason, where one is needed, comes with the context. */
public sealed interface ModelCommand extends Command
    permits RegisterModel,
        UpdateModel,
        ReturnModel,
        ResubmitModel,
        ApproveModel,
        WithdrawModel,
        ReportProgress,
        InspectModel,
        RemedyFinding,
        ConfirmRemedy,
        RejectRemedy,
        ExtendFinding,
        AnnulInspection,
        RecognizeModel,
        RefuseRecognition,
        DesignateExemplar,
        CommendModel,
        RevokeCommendation,
        RenewModel,
        ReplicateModel,
        CloseModel,
        SendReminder,
        ErasePersonalData {
  /** The stored name of the aggregate's type. */
  String AGGREGATE_TYPE = "model";
}
