package vn.danvankheo.command.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.account.AccountEvent;
import vn.danvankheo.events.plan.PlanEvent;
import vn.danvankheo.events.report.ReportEvent;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.state.AccountState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitEvent;

/**
 * Keeps the units, plans, accounts and issued reports in memory and brings them up to date from the
 * log. Their events are committed in the order of their positions, because who changes one holds
 * the row of {@code reference_position}; so whatever is newer than the position known is all that
 * is missing.
 */
public final class RegistryStore {
  private static final String POSITION = "SELECT position FROM reference_position";
  private static final String LOCK = POSITION + " FOR UPDATE";
  private static final String ADVANCE = "UPDATE reference_position SET position = ?";
  private static final String NEWER =
      "SELECT aggregate_id, version, type, revision, recorded_at, payload FROM event_log"
          + " WHERE aggregate_type IN ('unit', 'plan', 'account', 'report') AND position > ?"
          + " AND position <= ? ORDER BY position";

  private final JdbcTemplate jdbc;
  private volatile Registry latest = Registry.EMPTY;

  /**
   * A registry that is read from the log when it is first asked for.
   *
   * @param jdbc the event database
   */
  public RegistryStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest registry that this process has seen, which may be outdated; null at first. */
  @Nullable Registry known() {
    Registry known = latest;
    return known == Registry.EMPTY ? null : known;
  }

  /** The registry as it is committed now. */
  Registry current() {
    return upTo(position(POSITION));
  }

  /** The same, and no other transaction changes it before this one has ended. */
  Registry locked() {
    return upTo(position(LOCK));
  }

  /**
   * Tells all processes that this transaction has changed units, plans or accounts. It must have
   * taken the lock before.
   *
   * @param position the place in the log of its last such event
   */
  public void advance(long position) {
    jdbc.update(ADVANCE, position);
  }

  private long position(String sql) {
    Long position = jdbc.queryForObject(sql, Long.class);
    if (position == null) {
      throw new IllegalStateException("reference_position has lost its row");
    }
    return position;
  }

  private Registry upTo(long position) {
    Registry known = latest;
    if (known.position() >= position) {
      return known;
    }
    Registry newer = read(known, position);
    synchronized (this) {
      if (newer.position() > latest.position()) {
        latest = newer;
      }
    }
    return newer;
  }

  private Registry read(Registry known, long position) {
    Map<String, Record> changed = new HashMap<>();
    RowCallbackHandler folding = row -> fold(known, changed, row);
    jdbc.query(NEWER, folding, known.position(), position);
    Registry newer = known.with(changed.values());
    return new Registry(position, newer.units(), newer.plans(), newer.accounts(), newer.reports());
  }

  private static void fold(Registry known, Map<String, Record> changed, ResultSet row)
      throws SQLException {
    String id = row.getString("aggregate_id");
    Recorded<DomainEvent> recorded =
        new Recorded<>(
            id,
            row.getLong("version"),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            EventJson.read(row.getString("type"), row.getInt("revision"), row.getBytes("payload")));
    String key = id.substring(id.indexOf(':') + 1);
    changed.put(id, next(known, key, changed.get(id), recorded));
  }

  @SuppressWarnings("unchecked") // an event's class tells its family
  private static Record next(
      Registry known,
      String key,
      @Nullable Record before,
      Recorded<? extends DomainEvent> recorded) {
    if (recorded.event() instanceof UnitEvent) {
      UnitState state = before == null ? known.units().get(key) : (UnitState) before;
      return UnitState.apply(state, (Recorded<UnitEvent>) recorded);
    }
    if (recorded.event() instanceof PlanEvent) {
      PlanState state = before == null ? known.plans().get(key) : (PlanState) before;
      return PlanState.apply(state, (Recorded<PlanEvent>) recorded);
    }
    if (recorded.event() instanceof ReportEvent) {
      ReportState state = before == null ? known.reports().get(key) : (ReportState) before;
      return ReportState.apply(state, (Recorded<ReportEvent>) recorded);
    }
    AccountState state = before == null ? known.accounts().get(key) : (AccountState) before;
    return AccountState.apply(state, (Recorded<AccountEvent>) recorded);
  }
}
