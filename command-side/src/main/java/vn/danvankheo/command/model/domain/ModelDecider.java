package vn.danvankheo.command.model.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.domain.Decisions;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.state.ModelFold;
import vn.danvankheo.events.state.ModelState;

/** All decisions about models. */
public final class ModelDecider implements Decider<ModelCommand, ModelState, ModelEvent> {
  private static final Decisions<ModelCommand, ModelState, ModelEvent> DECISIONS =
      Decisions.<ModelCommand, ModelState, ModelEvent>over(ModelCommand.class)
          .onNew(RegisterModel.class, Registering::register)
          .on(RenewModel.class, Registering::renew)
          .on(ReplicateModel.class, Replicating::replicate)
          .on(UpdateModel.class, Updating::update)
          .on(ReturnModel.class, Reviewing::giveBack)
          .on(ResubmitModel.class, Reviewing::resubmit)
          .on(ApproveModel.class, Reviewing::approve)
          .on(WithdrawModel.class, Reviewing::withdraw)
          .on(ReportProgress.class, Reporting::report)
          .on(InspectModel.class, Inspecting::inspect)
          .on(AnnulInspection.class, Inspecting::annul)
          .on(RemedyFinding.class, Remedying::remedy)
          .on(ConfirmRemedy.class, Remedying::confirm)
          .on(RejectRemedy.class, Remedying::reject)
          .on(ExtendFinding.class, Remedying::extend)
          .on(RecognizeModel.class, Recognizing::recognize)
          .on(RefuseRecognition.class, Recognizing::refuse)
          .on(DesignateExemplar.class, Recognizing::designate)
          .on(CommendModel.class, Commending::commend)
          .on(RevokeCommendation.class, Commending::revoke)
          .on(CloseModel.class, Closing::close)
          .on(ErasePersonalData.class, Erasing::erase)
          .on(SendReminder.class, Reminding::remind)
          .build();

  @Override
  public List<ModelEvent> decide(
      ModelCommand command, @Nullable ModelState state, Context context) {
    return DECISIONS.decide(command, state, context);
  }

  @Override
  public ModelState evolve(@Nullable ModelState state, Recorded<? extends ModelEvent> recorded) {
    return ModelFold.apply(state, recorded);
  }
}
