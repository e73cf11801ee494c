package vn.danvankheo.command.eventstore;

import org.axonframework.messaging.MetaData;
import vn.danvankheo.events.metadata.EventMetadata;

/** Carries our {@link EventMetadata} through Axon's map of metadata as its only entry. */
public final class StoredMetadata {
  private static final String KEY = "event";

  private StoredMetadata() {}

  /**
   * Wraps metadata for Axon.
   *
   * @param metadata who, why, through which request
   * @return a map with one entry
   */
  public static MetaData asMetaData(EventMetadata metadata) {
    return MetaData.with(KEY, metadata);
  }

  static EventMetadata of(MetaData metaData) {
    Object metadata = metaData.get(KEY);
    if (metadata instanceof EventMetadata ours) {
      return ours;
    }
    throw new IllegalArgumentException("An event without its metadata can't be stored");
  }
}
