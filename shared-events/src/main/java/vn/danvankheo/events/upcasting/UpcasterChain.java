package vn.danvankheo.events.upcasting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** All upcasters in their order. */
public final class UpcasterChain {
  private final Map<String, Upcaster> steps = new HashMap<>();

  /**
   * A chain of the given steps.
   *
   * @param upcasters at most one for each type and revision
   * @throws IllegalArgumentException when two take the same type and revision
   */
  public UpcasterChain(List<Upcaster> upcasters) {
    for (Upcaster upcaster : upcasters) {
      if (steps.put(upcaster.type() + '/' + upcaster.fromRevision(), upcaster) != null) {
        throw new IllegalArgumentException("Two upcasters for " + upcaster.type());
      }
    }
  }

  /**
   * The chain of this release.
   *
   * @return every upcaster there is
   */
  public static UpcasterChain standard() {
    return new UpcasterChain(List.of(new UnitAliasesBecomeAList()));
  }

  /**
   * Lifts a payload to a revision.
   *
   * @param type the event's stored name
   * @param from the stored revision
   * @param to the wanted revision, not below the stored one
   * @param payload the stored payload; may be changed in place
   * @return the payload in the wanted revision
   * @throws IllegalStateException when a step is missing
   */
  public ObjectNode upcast(String type, int from, int to, ObjectNode payload) {
    ObjectNode lifted = payload;
    for (int revision = from; revision < to; revision++) {
      Upcaster step = steps.get(type + '/' + revision);
      if (step == null) {
        throw new IllegalStateException("No upcaster for " + type + " revision " + revision);
      }
      lifted = step.upcast(lifted);
    }
    return lifted;
  }
}
