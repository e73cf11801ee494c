package vn.danvankheo.command.execution;

import vn.danvankheo.command.account.domain.AccountCommand;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.model.domain.ModelCommand;
import vn.danvankheo.command.plan.domain.PlanCommand;
import vn.danvankheo.command.rating.domain.RatingCommand;
import vn.danvankheo.command.replication.domain.ReplicationCommand;
import vn.danvankheo.command.report.domain.ReportCommand;
import vn.danvankheo.command.unit.domain.UnitCommand;
import vn.danvankheo.events.account.AccountEvent;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelReplicated;
import vn.danvankheo.events.plan.PlanEvent;
import vn.danvankheo.events.rating.RatingEvent;
import vn.danvankheo.events.report.ReportEvent;
import vn.danvankheo.events.state.AccountState;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.RatingState;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.state.Takeover;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitEvent;

/** Who decides for each kind of aggregate. */
record Deciders(
    Decider<ModelCommand, ModelState, ModelEvent> model,
    Decider<UnitCommand, UnitState, UnitEvent> unit,
    Decider<PlanCommand, PlanState, PlanEvent> plan,
    Decider<AccountCommand, AccountState, AccountEvent> account,
    Decider<RatingCommand, RatingState, RatingEvent> rating,
    Decider<ReportCommand, ReportState, ReportEvent> report,
    Decider<ReplicationCommand, Takeover, ModelReplicated> replication) {}
