package vn.danvankheo.command.execution;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Counts what every aggregate has read and done since its last snapshot, and notes in the unit of
 * work that one is due.
 */
final class SnapshotDue implements SnapshotTriggerDefinition {
  private static final String RESOURCE = SnapshotDue.class.getName();

  private final int threshold;

  SnapshotDue(int threshold) {
    this.threshold = threshold;
  }

  /** Whether a unit of work has brought an aggregate so far; told once. */
  static boolean take(UnitOfWork<?> unit, String aggregateId) {
    Set<String> due = unit.root().getResource(RESOURCE);
    return due != null && due.remove(aggregateId);
  }

  private static void note(String aggregateId) {
    Set<String> due =
        CurrentUnitOfWork.get().root().getOrComputeResource(RESOURCE, name -> new HashSet<>());
    due.add(aggregateId);
  }

  @Override
  public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
    return new SnapshotTrigger() {
      private int events;

      @Override
      public void eventHandled(EventMessage<?> event) {
        events++;
        if (events >= threshold) {
          note(((DomainEventMessage<?>) event).getAggregateIdentifier());
          events = 0;
        }
      }

      @Override
      public void initializationFinished() {
        // What was read to load it counts too.
      }
    };
  }
}
