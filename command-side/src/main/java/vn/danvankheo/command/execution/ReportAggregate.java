package vn.danvankheo.command.execution;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.report.domain.ReportCommand;
import vn.danvankheo.events.report.ReportEvent;
import vn.danvankheo.events.state.ReportState;

@AggregateRoot(type = ReportCommand.AGGREGATE_TYPE)
final class ReportAggregate extends DecidedAggregate<ReportCommand, ReportState, ReportEvent> {
  ReportAggregate(
      Decider<ReportCommand, ReportState, ReportEvent> decider, Stored<ReportState> stored) {
    super(AggregateKind.REPORT, decider, stored);
  }

  @CommandHandler(commandName = ReportCommand.AGGREGATE_TYPE + AggregateKind.CREATE)
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void create(Dispatch dispatch) {
    decide(dispatch);
  }

  @CommandHandler(commandName = ReportCommand.AGGREGATE_TYPE + AggregateKind.CHANGE)
  void change(Dispatch dispatch) {
    decide(dispatch);
  }
}
