package vn.danvankheo.command.report.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.domain.Decisions;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.report.ReportEvent;
import vn.danvankheo.events.state.ReportState;

/** All decisions about issued reports. */
public final class ReportDecider implements Decider<ReportCommand, ReportState, ReportEvent> {
  private static final Decisions<ReportCommand, ReportState, ReportEvent> DECISIONS =
      Decisions.<ReportCommand, ReportState, ReportEvent>over(ReportCommand.class)
          .onNew(IssueReport.class, (command, state, context) -> Issuing.issue(command, context))
          .build();

  @Override
  public List<ReportEvent> decide(
      ReportCommand command, @Nullable ReportState state, Context context) {
    return DECISIONS.decide(command, state, context);
  }

  @Override
  public ReportState evolve(@Nullable ReportState state, Recorded<? extends ReportEvent> recorded) {
    return ReportState.apply(state, recorded);
  }
}
