package vn.danvankheo.query.parity;

import java.util.Map;

/**
 * One generation of a view.
 *
 * @param collections where its documents are, by part; the view's own collection under ""
 */
public record Generation(Map<String, String> collections) {
  /** Freezes the map. */
  public Generation {
    collections = Map.copyOf(collections);
  }
}
