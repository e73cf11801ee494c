package vn.danvankheo.command.execution;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.metadata.EventMetadata;

/**
 * The request that commands come with.
 *
 * @param metadata who, why, through which request; stored beside every event
 * @param idempotency by what it is known again; null when it can't be repeated safely
 */
public record CommandRequest(EventMetadata metadata, @Nullable IdempotencyKey idempotency) {
  /**
   * A request that is not known again when it is repeated.
   *
   * @param metadata who, why, through which request
   */
  public CommandRequest(EventMetadata metadata) {
    this(metadata, null);
  }
}
