package vn.danvankheo.query.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.oversight.ReplayTold;
import vn.danvankheo.events.recording.OversightRow;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.vocabulary.ReplayInstruction;
import vn.danvankheo.query.reading.Sql;

/** What people say to replays of views; each word is false when it comes too late or too soon. */
public final class ViewReplayOrders {
  private static final String CALL = "NOTIFY " + ViewReplayStore.CHANNEL;
  private static final String TELL =
      "UPDATE replay SET %s WHERE id = ? AND NOT swapping AND "
          + ViewReplayStore.ACTIVE
          + " RETURNING subject";
  private static final String ACCEPT =
      "UPDATE replay SET swap = ?, awaits_swap = false, state = 'RUNNING'"
          + " WHERE id = ? AND awaits_swap AND state = 'PAUSED'";

  /** The last one of its views that has ended, with nothing of them under way. */
  private static final String LAST =
      """
      id = ? AND target = 'views' AND state = 'SUCCEEDED' AND NOT EXISTS (
        SELECT FROM replay other WHERE other.target = 'views'
          AND (other.state IN ('PENDING', 'RUNNING', 'PAUSED') OR other.state = 'SUCCEEDED' AND other.no > replay.no)
          AND (other.subject = replay.subject OR other.subject = '' OR replay.subject = ''))
      """;

  private static final String TAKE_BACK =
      "UPDATE replay SET swap = ?, going_back = true, swapping = true, state = 'RUNNING',"
          + " finished_at = NULL WHERE NOT former_dropped AND "
          + LAST;
  private static final String DROP_FORMER =
      "UPDATE replay SET former_dropped = true WHERE " + LAST + " RETURNING subject";

  private final DataSource source;

  /**
   * Keeps them in the event database.
   *
   * @param source its connections, which commit by themselves
   */
  public ViewReplayOrders(DataSource source) {
    this.source = source;
  }

  /**
   * What somebody says to a replay.
   *
   * @param by who, and why
   * @param at when
   */
  record Word(EventMetadata by, Instant at) {}

  /** Calls whoever works on replays. */
  void call() {
    Sql.update(source, CALL);
  }

  /** Holds one that has not come to its swap. */
  boolean pause(UUID id, Word word) {
    String change = "state = 'PAUSED'";
    return tell(id, word, ReplayInstruction.PAUSE, null, TELL.formatted(change), id);
  }

  /** Lets one go on that was held. */
  boolean resume(UUID id, Word word) {
    String change = "state = CASE WHEN started_at IS NULL THEN 'PENDING' ELSE 'RUNNING' END";
    return tell(id, word, ReplayInstruction.RESUME, null, TELL.formatted(change), id);
  }

  /** Ends one that has not come to its swap. */
  boolean cancel(UUID id, Word word) {
    Timestamp now = Timestamp.from(word.at());
    String change = "state = 'CANCELLED', finished_at = ?";
    return tell(id, word, ReplayInstruction.CANCEL, null, TELL.formatted(change), now, id);
  }

  /** Limits one; null lets it go as fast as it can. */
  boolean limit(UUID id, Word word, @Nullable Long limit) {
    String change = "rate_limit = ?";
    return tell(id, word, ReplayInstruction.LIMIT, limit, TELL.formatted(change), limit, id);
  }

  /** Leaves no way back from the last one that ended. */
  boolean dropFormer(UUID id, Word word) {
    return tell(id, word, ReplayInstruction.DROP_FORMER, null, DROP_FORMER, id);
  }

  /** What is told and that it was told are kept together. */
  private boolean tell(
      UUID id,
      Word word,
      ReplayInstruction instruction,
      @Nullable Long rateLimit,
      String sql,
      @Nullable Object... arguments) {
    return inTurn(
        connection -> {
          Optional<String> subject = Sql.first(connection, sql, row -> row.getString(1), arguments);
          if (subject.isPresent()) {
            String view = ViewReplayStore.named(subject.get());
            ReplayTold told = new ReplayTold(id.toString(), view, instruction, rateLimit);
            OversightRow.append(connection, word.at(), told, word.by());
          }
          return subject.isPresent();
        });
  }

  /** Lets one have its way whose data differs, and that waits for it. */
  boolean accept(UUID id, EventMetadata by) {
    return inTurn(connection -> change(connection, ACCEPT, by, id));
  }

  /** Has the last one that ended put back what was in use before it. */
  boolean takeBack(UUID id, EventMetadata by) {
    return inTurn(connection -> change(connection, TAKE_BACK, by, id));
  }

  private static boolean change(Connection connection, String sql, EventMetadata by, UUID id)
      throws SQLException {
    return Sql.update(connection, sql, EventJson.write(by), id) == 1;
  }

  private boolean inTurn(Sql.Use<Boolean> change) {
    return Turns.take(
        source,
        connection -> {
          boolean made = change.of(connection);
          if (made) {
            Sql.update(connection, CALL);
          }
          return made;
        });
  }
}
