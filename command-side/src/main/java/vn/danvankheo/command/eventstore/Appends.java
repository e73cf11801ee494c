package vn.danvankheo.command.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What a unit of work has written to the log, in the order of positions. */
public final class Appends {
  private static final String RESOURCE = Appends.class.getName();

  private final List<Appended> events = new ArrayList<>();
  private final List<EventRow> gathered = new ArrayList<>();
  private OptionalLong reference = OptionalLong.empty();
  private boolean gathers;

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

  /**
   * Lets events be left for others to write, as long as the transaction has done nothing else. Who
   * calls this writes what is then {@link #gathered}.
   */
  public void gather() {
    gathers = true;
  }

  boolean gathers() {
    return gathers;
  }

  void gather(List<EventRow> rows) {
    gathered.addAll(rows);
  }

  /**
   * What is not written yet.
   *
   * @return in the order of decisions; empty when the events were written by the transaction itself
   */
  public List<EventRow> gathered() {
    return List.copyOf(gathered);
  }

  /**
   * The same as it will be once what was gathered is written.
   *
   * @param position stands for the last event's place in the log, which nobody knows yet
   * @return apart from this one
   */
  public Appends foreseen(long position) {
    Appends foreseen = new Appends();
    for (int i = 0; i < gathered.size(); i++) {
      foreseen.add(gathered.get(i), position - (gathered.size() - 1) + i);
    }
    return foreseen;
  }

  /**
   * Tells that what was gathered is written.
   *
   * @param positions of all of it, in the same order
   */
  public void wrote(List<Long> positions) {
    for (int i = 0; i < positions.size(); i++) {
      add(gathered.get(i), positions.get(i));
    }
    gathered.clear();
  }

  void add(EventRow row, long position) {
    if (!events.isEmpty() && position <= events.get(events.size() - 1).position()) {
      throw new IllegalStateException("Positions of one transaction must rise");
    }
    events.add(
        new Appended(
            row.aggregateType(),
            row.aggregateId(),
            row.version(),
            row.eventId().toString(),
            position));
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
