package vn.danvankheo.events.upcasting;

import tools.jackson.databind.node.ObjectNode;

/**
 * Lifts one event type from one revision to the next. Pure: the same JSON gives the same JSON, no
 * clock, no store, and never drops an event.
 */
public interface Upcaster {
  /**
   * The stored name of the events it takes.
   *
   * @return such as {@code UnitRegistered}
   */
  String type();

  /**
   * The revision it takes; it gives the next one.
   *
   * @return from 1
   */
  int fromRevision();

  /**
   * Lifts a payload.
   *
   * @param payload the stored payload; may be changed in place
   * @return the payload in the next revision
   */
  ObjectNode upcast(ObjectNode payload);
}
