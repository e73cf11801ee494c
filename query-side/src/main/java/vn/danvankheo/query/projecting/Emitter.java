package vn.danvankheo.query.projecting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.query.mongo.ViewIndex;

/**
 * Gives one document of a further collection for every event, whatever the event is about.
 *
 * @param part the further collection's name, in small letters
 * @param indexes what the queries on it need
 * @param emission makes the document
 */
public record Emitter(String part, List<ViewIndex> indexes, Maker emission) {

  /** Makes the document that an event gives. */
  @FunctionalInterface
  public interface Maker {
    /**
     * Makes it.
     *
     * @param before what the event is about before it; null before its first event
     * @param after the same after it
     * @param event the event
     * @return of the emitter's part
     */
    Emission of(@Nullable Record before, Record after, StoredEvent event);
  }
}
