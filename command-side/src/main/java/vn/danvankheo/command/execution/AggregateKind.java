package vn.danvankheo.command.execution;

import vn.danvankheo.command.account.domain.AccountCommand;
import vn.danvankheo.command.domain.Command;
import vn.danvankheo.command.model.domain.ModelCommand;
import vn.danvankheo.command.plan.domain.PlanCommand;
import vn.danvankheo.command.rating.domain.RatingCommand;
import vn.danvankheo.command.replication.domain.ReplicationCommand;
import vn.danvankheo.command.report.domain.ReportCommand;
import vn.danvankheo.command.unit.domain.UnitCommand;
import vn.danvankheo.events.state.Takeover;

/** The kinds of aggregates; names are stored. */
enum AggregateKind {
  MODEL(ModelCommand.AGGREGATE_TYPE, false),
  UNIT(UnitCommand.AGGREGATE_TYPE, true),
  PLAN(PlanCommand.AGGREGATE_TYPE, true),
  ACCOUNT(AccountCommand.AGGREGATE_TYPE, true),
  RATING(RatingCommand.AGGREGATE_TYPE, false),
  REPORT(ReportCommand.AGGREGATE_TYPE, true),
  REPLICATION(Takeover.AGGREGATE_TYPE, false);

  /** Suffix of messages that may create. */
  static final String CREATE = ".create";

  /** Suffix of messages about what exists. */
  static final String CHANGE = ".change";

  private final String type;
  private final boolean referenced;

  AggregateKind(String type, boolean referenced) {
    this.type = type;
    this.referenced = referenced;
  }

  static AggregateKind of(Command command) {
    if (command instanceof ModelCommand) {
      return MODEL;
    }
    if (command instanceof UnitCommand) {
      return UNIT;
    }
    if (command instanceof PlanCommand) {
      return PLAN;
    }
    if (command instanceof AccountCommand) {
      return ACCOUNT;
    }
    if (command instanceof RatingCommand) {
      return RATING;
    }
    if (command instanceof ReportCommand) {
      return REPORT;
    }
    if (command instanceof ReplicationCommand) {
      return REPLICATION;
    }
    throw new IllegalArgumentException("No aggregate takes " + command.getClass());
  }

  static AggregateKind ofType(String type) {
    for (AggregateKind kind : values()) {
      if (kind.type.equals(type)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No aggregates of type " + type);
  }

  String type() {
    return type;
  }

  /** Whether every decision may look at it, so that its changes come one after the other. */
  boolean referenced() {
    return referenced;
  }

  String messageName(Expectation expectation) {
    return type + (expectation.creates() ? CREATE : CHANGE);
  }
}
