package vn.danvankheo.command.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What a unit of work has written to the log, in the order of positions. */
public final class Appends {
  private static final String RESOURCE = Appends.class.getName();

  private final List<Appended> events = new ArrayList<>();
  private OptionalLong reference = OptionalLong.empty();

  private Appends() {}

  /**
   * What a unit of work has appended so far.
   *
   * @param unitOfWork any unit of work; its root keeps the list
   * @return a live list holder, empty before the events are written
   */
  public static Appends of(UnitOfWork<?> unitOfWork) {
    return unitOfWork.root().getOrComputeResource(RESOURCE, key -> new Appends());
  }

  /**
   * The place in the log of the newest unit, plan or account that was committed when the last of
   * the events was written.
   *
   * @return empty before any event is written
   */
  public OptionalLong reference() {
    return reference;
  }

  void sawReference(long position) {
    reference = OptionalLong.of(position);
  }

  void add(Appended event) {
    if (!events.isEmpty() && event.position() <= events.get(events.size() - 1).position()) {
      throw new IllegalStateException("Positions of one transaction must rise");
    }
    events.add(event);
  }

  /**
   * The events.
   *
   * @return by rising position
   */
  public List<Appended> events() {
    return List.copyOf(events);
  }

  /**
   * One written event.
   *
   * @param aggregateType the stored name of the aggregate's type
   * @param aggregateId its stream
   * @param version its sequence number there
   * @param eventId its id
   * @param position its place in the whole log
   */
  public record Appended(
      String aggregateType, String aggregateId, long version, String eventId, long position) {}
}
