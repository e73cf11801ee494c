package vn.danvankheo.command.eventstore;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of events and messages: UUIDs of version 7, so that the index over them grows at its end.
 * Axon finds this class by {@code META-INF/services}, therefore it is public and takes no
 * arguments.
 */
public final class EventIds extends IdentifierFactory {
  private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

  /** An own sequence of ids. */
  public EventIds() {}

  @Override
  public String generateIdentifier() {
    return generator.generate().toString();
  }
}
