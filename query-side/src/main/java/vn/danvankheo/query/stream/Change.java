package vn.danvankheo.query.stream;

import java.time.Instant;
import java.util.Set;
import vn.danvankheo.events.oversight.OversightEvent;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.web.security.Caller;

/**
 * That something changed; what, is read where it is shown.
 *
 * @param position place in the log
 * @param aggregateType what kind of thing, such as {@code model}
 * @param id the thing as the interface names it
 * @param version its version since
 * @param type the event's name
 * @param recordedAt when
 */
record Change(
    long position, String aggregateType, String id, long version, String type, Instant recordedAt) {

  private static final Set<String> WATCHED = Set.of("account", OversightEvent.AGGREGATE_TYPE);

  static Change of(LogRow row) {
    String prefix = row.aggregateType() + ":";
    String id = row.aggregateId();
    return new Change(
        row.position(),
        row.aggregateType(),
        id.startsWith(prefix) ? id.substring(prefix.length()) : id,
        row.version(),
        row.type(),
        row.recordedAt());
  }

  /** Accounts and who looked over them are the administrators' and auditors' alone. */
  boolean isFor(Caller caller) {
    return !WATCHED.contains(aggregateType)
        || caller.roles().contains(Role.ADMIN)
        || caller.roles().contains(Role.AUDITOR);
  }
}
