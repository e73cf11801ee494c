package vn.danvankheo.query.oversight;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.oversight.OversightEvent;
import vn.danvankheo.events.recording.OversightRow;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.trace.Trace;

/** Appends to the log what somebody did with it. Safe for use by many threads. */
public final class OversightLog {
  private final DataSource source;
  private final Clock clock;

  /**
   * Appends to an event database.
   *
   * @param source its connections, which commit by themselves
   * @param clock tells when
   */
  public OversightLog(DataSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * Records an event; when this returns, it is durable.
   *
   * @param event what was done
   * @param metadata who did it, why and through which request
   * @return its place in the log
   * @throws EventDatabaseFailure when the event database is away
   */
  public long record(OversightEvent event, EventMetadata metadata) {
    try (Connection connection = source.getConnection()) {
      return OversightRow.append(connection, clock.instant(), event, metadata);
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  /**
   * Who asks for something that is recorded.
   *
   * @param exchange the request
   * @param right the right that it takes
   * @param reason why, in the caller's words
   * @param basis the document it rests on
   * @param command what it is called, such as {@code ExportAudit}
   * @return what is stored beside the event
   * @throws vn.danvankheo.web.problem.ProblemException 403 when the caller lacks the right
   */
  public static EventMetadata metadata(
      Exchange exchange,
      Right right,
      @Nullable String reason,
      @Nullable String basis,
      String command) {
    Trace trace = Trace.of(exchange.request());
    return new EventMetadata(
        exchange.as(right),
        reason,
        basis,
        exchange.request().getRemoteAddr(),
        trace.requestId(),
        trace.traceId(),
        command);
  }
}
