package vn.danvankheo.query.audit.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.proof.MerkleProofs;
import vn.danvankheo.proof.SignerKey;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.query.audit.ledger.domain.LedgerSigners;
import vn.danvankheo.query.audit.ledger.domain.LedgerState;
import vn.danvankheo.query.audit.ledger.domain.LedgerStopped;
import vn.danvankheo.query.projecting.ProjectionRunner;
import vn.danvankheo.query.reading.AdvisoryLock;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.LogPage;
import vn.danvankheo.query.reading.NotificationListener;
import vn.danvankheo.query.reading.Signal;
import vn.danvankheo.query.reading.StandingWork;
import vn.danvankheo.query.tables.QueryTables;
import vn.danvankheo.web.keys.KeyFolder;

/**
 * Brings every event into the ledger from a thread of its own. Of all processes on one event
 * database that have its key one writes, by a lock in PostgreSQL on the very connection that it
 * writes by; the others look on and take over when it ends. Goes on by itself when the database was
 * away; stops when the ledger is not what was signed, and looks again until it is.
 */
public final class LedgerSequencer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerSequencer.class);
  private static final String LOCK = "danvankheo ledger";
  private static final int PAGE = 2_000;
  private static final Duration BETWEEN_SIGNATURES = Duration.ofMillis(100);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration GAP_PAUSE = Duration.ofMillis(10);

  private final DataSource source;
  private final QueryTables schema;
  private final LedgerKeyring keyring;
  private final Optional<String> name;
  private final KeptCheckpoint kept;
  private final Clock clock;
  private final LedgerMetrics metrics;
  private final Signal events = new Signal();
  private final StandingWork work;
  private volatile LedgerStatus status = new LedgerStatus(LedgerState.STARTING, null, 0);
  private @Nullable NotificationListener listener;

  /**
   * Prepares a sequencer that does nothing before it is started.
   *
   * @param source the event database, by connections of its own to each caller, not a pool's
   * @param schema makes the ledger's tables
   * @param folder where the last checkpoint is kept
   * @param keyring the process's signer keys
   * @param name the log's name; when it is not given, made from the event store's id
   * @param registry where metrics go
   * @param clock tells the time
   */
  public LedgerSequencer(
      DataSource source,
      QueryTables schema,
      KeyFolder folder,
      LedgerKeyring keyring,
      Optional<String> name,
      MeterRegistry registry,
      Clock clock) {
    this.source = source;
    this.schema = schema;
    this.kept = new KeptCheckpoint(folder);
    this.keyring = keyring;
    this.name = name;
    this.clock = clock;
    this.metrics = new LedgerMetrics(registry, clock, () -> status);
    this.work = new StandingWork("ledger", source, LOOK, this::take, this::trouble);
  }

  /** Starts to follow the log. */
  public void start() {
    listener = new NotificationListener(source, Map.of(ProjectionRunner.EVENTS_CHANNEL, events));
    work.start();
  }

  /** Ends after the batch in hand. */
  @Override
  public void close() throws InterruptedException {
    work.end();
    events.raise();
    work.close();
    if (listener != null) {
      listener.close();
    }
  }

  /**
   * How this process stands to the ledger.
   *
   * @return as it was last
   */
  public LedgerStatus status() {
    return status;
  }

  private void trouble(Exception e) {
    if (e instanceof LedgerStopped stopped) {
      stand(stopped.state(), e.getMessage());
    } else if (e instanceof SQLException
        || e instanceof EventDatabaseFailure
        || e instanceof FlywayException) {
      stand(LedgerState.AWAY, "The event database is away: " + e.getMessage());
    } else {
      LOG.error("The ledger can't be written", e);
      stand(LedgerState.AWAY, "The ledger can't be written: " + e.getMessage());
    }
  }

  /** Says once what has changed. */
  private void stand(LedgerState state, @Nullable String detail) {
    LedgerStatus before = status;
    status = new LedgerStatus(state, detail, before.size());
    if (!state.isWell() && !(before.state() == state && before.detail() != null)) {
      LOG.warn("Ledger {}: {}", state, detail);
    } else if (state.isWell() && !before.state().isWell()) {
      LOG.info("Ledger {}", state);
    }
  }

  private void seen(LedgerState state, long size) {
    stand(state, null);
    status = new LedgerStatus(state, null, size);
  }

  /** Writes, or looks on until it can write. */
  private void take(Connection connection) throws SQLException, IOException, InterruptedException {
    if (!schema.ready(connection)) {
      return;
    }
    EventLogReader reader = new EventLogReader(connection);
    LedgerTables tables = new LedgerTables(connection);
    String origin = name.orElse("danvankheo/" + reader.storeId());
    while (work.goesOn()) {
      List<VerifierKey> listed = tables.keys();
      List<SignerKey> given = keyring.keys();
      if (!given.isEmpty()) {
        LedgerSigners.of(origin, given, listed);
      } else if (!listed.isEmpty()) {
        throw new LedgerStopped(
            LedgerState.NO_KEY, "The ledger's key was not given to this process");
      }
      if (AdvisoryLock.tryLock(connection, LOCK)) {
        sequence(connection, reader, tables, origin);
        return;
      }
      look(tables, origin, listed);
      work.rest(LOOK);
    }
  }

  /** Keys are read again, since who held the lock before may have made the first one. */
  private void sequence(
      Connection connection, EventLogReader reader, LedgerTables tables, String origin)
      throws SQLException, IOException, InterruptedException {
    List<VerifierKey> listed = tables.keys();
    List<SignerKey> given = keyring.keys();
    if (given.isEmpty() && listed.isEmpty()) {
      given = keyring.create(origin);
    } else if (given.isEmpty()) {
      return;
    }
    LedgerSigners signers = LedgerSigners.of(origin, given, listed);
    LedgerWriter writer = new LedgerWriter(connection, reader, kept, clock, origin, signers);
    seen(LedgerState.SEQUENCING, writer.size());
    follow(reader, writer, given);
  }

  /** Follows until it is closed or was given other keys. */
  private void follow(EventLogReader reader, LedgerWriter writer, List<SignerKey> given)
      throws SQLException, IOException, InterruptedException {
    Instant looked = clock.instant();
    while (work.goesOn()) {
      Instant now = clock.instant();
      if (Duration.between(looked, now).compareTo(LOOK) > 0) {
        if (!sameKeys(given, keyring.keys())) {
          return;
        }
        looked = now;
      }
      long heard = events.count();
      LogPage page = reader.after(writer.position(), PAGE);
      if (!page.rows().isEmpty()) {
        writer.append(page.rows());
        metrics.signed(page.rows());
        seen(LedgerState.SEQUENCING, writer.size());
        if (!page.full()) {
          work.rest(BETWEEN_SIGNATURES);
        }
      } else {
        events.awaitBeyond(heard, page.held() ? GAP_PAUSE : POLL);
      }
    }
  }

  private static boolean sameKeys(List<SignerKey> one, List<SignerKey> other) {
    return one.stream()
        .map(SignerKey::verifier)
        .toList()
        .equals(other.stream().map(SignerKey::verifier).toList());
  }

  /** A process that looks on notices too when the ledger does not go on from where it was. */
  private void look(LedgerTables tables, String origin, List<VerifierKey> keys)
      throws SQLException, IOException {
    Optional<StoredCheckpoint> last = tables.last();
    if (last.isEmpty()) {
      return;
    }
    long size = last.get().size();
    if (size != status.size() || status.state() != LedgerState.FOLLOWING) {
      kept.check(origin, size, tables.hashes(), keys);
      if (!last.get().saysSo(origin) || keys.stream().noneMatch(last.get().signed()::signedBy)) {
        throw new LedgerStopped(LedgerState.CHANGED, "The last checkpoint is not the ledger's own");
      }
      if (!MerkleProofs.root(size, tables.hashes()).equals(last.get().root())) {
        throw new LedgerStopped(LedgerState.CHANGED, "The tree is not the one that was signed");
      }
      kept.keep(last.get().note());
      seen(LedgerState.FOLLOWING, size);
    }
  }
}
