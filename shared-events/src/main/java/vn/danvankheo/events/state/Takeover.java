package vn.danvankheo.events.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.model.ModelReplicated;

/**
 * That a unit took a model over for a year, told in a stream of its own: the source's owner did
 * nothing, so the source's version stays.
 *
 * @param sourceId the model that was taken over
 * @param replicaId the new model
 * @param unitCode its unit
 * @param year its first year
 * @param recordedAt when it was recorded
 */
public record Takeover(
    String sourceId, String replicaId, String unitCode, int year, Instant recordedAt) {
  /** The stored name of the streams' type. */
  public static final String AGGREGATE_TYPE = "replication";

  private static final String PREFIX = AGGREGATE_TYPE + ':';

  /**
   * The id of a takeover's stream. There is one for a source, a unit and a year, so the log itself
   * keeps a second one out.
   *
   * @param sourceId the source's id, without a colon
   * @param unitCode the receiving unit
   * @param year the copy's first year
   * @return {@code replication:{source}:{unit}:{year}}
   */
  public static String aggregateId(String sourceId, String unitCode, int year) {
    return PREFIX + sourceId + ':' + unitCode + ':' + year;
  }

  /**
   * Applies one event.
   *
   * @param state null: a takeover has one event
   * @param recorded the event in its stream
   * @return the takeover
   */
  public static Takeover apply(
      @Nullable Takeover state, Recorded<? extends ModelReplicated> recorded) {
    String stream = recorded.aggregateId();
    ModelReplicated e = recorded.event();
    return new Takeover(
        stream.substring(PREFIX.length(), stream.indexOf(':', PREFIX.length())),
        e.replicaId(),
        e.unitCode(),
        e.year(),
        recorded.at());
  }

  /**
   * The takeover as the source shows it.
   *
   * @return the copy, its unit and year
   */
  public Replica replica() {
    return new Replica(replicaId, unitCode, year);
  }
}
