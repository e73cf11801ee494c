package vn.danvankheo.command.replication.domain;

import vn.danvankheo.events.state.Takeover;

/**
 * Records that a unit takes a model over, once the model itself has agreed.
 *
 * @param sourceId the model that is taken over
 * @param replicaId the new model
 * @param unitCode its unit
 * @param year its first year
 */
public record RecordTakeover(String sourceId, String replicaId, String unitCode, int year)
    implements ReplicationCommand {
  @Override
  public String aggregateId() {
    return Takeover.aggregateId(sourceId, unitCode, year);
  }
}
