package vn.danvankheo.command.replication.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.domain.Decisions;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.model.ModelReplicated;
import vn.danvankheo.events.state.Takeover;

/** The decision on takeovers: a unit takes a model over once for a year. */
public final class ReplicationDecider
    implements Decider<ReplicationCommand, Takeover, ModelReplicated> {
  private static final Decisions<ReplicationCommand, Takeover, ModelReplicated> DECISIONS =
      Decisions.<ReplicationCommand, Takeover, ModelReplicated>over(ReplicationCommand.class)
          .onNew(RecordTakeover.class, (command, state, context) -> record(command, state))
          .build();

  private static List<ModelReplicated> record(RecordTakeover command, @Nullable Takeover state) {
    if (state != null) {
      throw new RuleBroken(
          Rule.ALREADY_REPLICATED, Map.of("unitCode", command.unitCode(), "year", command.year()));
    }
    return List.of(new ModelReplicated(command.replicaId(), command.unitCode(), command.year()));
  }

  @Override
  public List<ModelReplicated> decide(
      ReplicationCommand command, @Nullable Takeover state, Context context) {
    return DECISIONS.decide(command, state, context);
  }

  @Override
  public Takeover evolve(@Nullable Takeover state, Recorded<? extends ModelReplicated> recorded) {
    return Takeover.apply(state, recorded);
  }
}
