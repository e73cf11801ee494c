package vn.danvankheo.query.audit.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.events.oversight.VerificationFinished;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.query.audit.ledger.LedgerVerification.Report;
import vn.danvankheo.query.audit.ledger.VerificationStore.Job;
import vn.danvankheo.query.audit.ledger.domain.Finding;
import vn.danvankheo.query.audit.ledger.domain.Flaw;
import vn.danvankheo.query.oversight.OversightLog;
import vn.danvankheo.query.reading.AdvisoryLock;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.Signal;
import vn.danvankheo.query.reading.StandingWork;
import vn.danvankheo.query.tables.QueryTables;
import vn.danvankheo.web.keys.KeyFolder;

/**
 * Verifies, from a thread of its own: first what was asked for, and in between the whole ledger
 * again and again in small slices. Of all processes one works, by a lock in PostgreSQL.
 */
public final class LedgerWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);
  private static final String LOCK = "danvankheo verifications";
  private static final Pattern PARTIAL = Pattern.compile("\\.p/[0-9]+$");
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final QueryTables schema;
  private final VerificationStore jobs;
  private final KeptCheckpoint kept;
  private final OversightLog oversight;
  private final Duration rest;
  private final Clock clock;
  private final Counter verified;
  private final Signal wake = new Signal();
  private final StandingWork work;
  private volatile List<Finding> findings = List.of();

  /**
   * Prepares a watch that does nothing before it is started.
   *
   * @param source the event database, by connections of its own to each caller, not a pool's
   * @param schema makes the tables
   * @param folder where the last checkpoint is kept
   * @param jobs what was asked for
   * @param oversight is told of what was asked for and done
   * @param rest how long to rest after the whole ledger was looked at
   * @param registry where metrics go
   * @param clock tells the time
   */
  public LedgerWatch(
      DataSource source,
      QueryTables schema,
      KeyFolder folder,
      VerificationStore jobs,
      OversightLog oversight,
      Duration rest,
      MeterRegistry registry,
      Clock clock) {
    this.schema = schema;
    this.kept = new KeptCheckpoint(folder);
    this.jobs = jobs;
    this.oversight = oversight;
    this.rest = rest;
    this.clock = clock;
    this.work = new StandingWork("ledger-watch", source, LOOK, this::work, this::trouble);
    this.verified =
        Counter.builder("danvankheo_ledger_verified")
            .baseUnit("events")
            .description("Events that this process has compared with the ledger in the background")
            .register(registry);
    Gauge.builder("danvankheo_ledger_findings", this, watch -> watch.findings.size())
        .description(
            "What is not as it was recorded, by the last look at the whole ledger; 1,000 at most")
        .register(registry);
  }

  /** Starts to verify. */
  public void start() {
    work.start();
  }

  /** Looks at once for what was asked for. */
  public void wake() {
    wake.raise();
  }

  /**
   * What the background has found.
   *
   * @return empty when all is as it was recorded, or another process watches
   */
  public List<Finding> findings() {
    return findings;
  }

  @Override
  public void close() throws InterruptedException {
    work.end();
    wake.raise();
    work.close();
  }

  private void work(Connection connection) throws SQLException, IOException, InterruptedException {
    if (schema.ready(connection) && AdvisoryLock.tryLock(connection, LOCK)) {
      watch(connection);
    }
  }

  private void trouble(Exception e) {
    if (e instanceof SQLException || e instanceof EventDatabaseFailure) {
      LOG.debug("The event database is away: {}", e.getMessage());
    } else {
      LOG.error("The ledger can't be verified", e);
    }
  }

  /** Goes through the ledger slice by slice; what it finds counts when a round is over. */
  private void watch(Connection connection) throws SQLException, IOException, InterruptedException {
    LedgerTables tables = new LedgerTables(connection);
    long leaf = 0;
    long behind = 0;
    List<Finding> round = new ArrayList<>();
    while (work.goesOn()) {
      long heard = wake.count();
      verifyWhatWasAskedFor(connection);
      long size = tables.last().map(StoredCheckpoint::size).orElse(0L);
      long next = Math.min(size, leaf + LedgerVerification.SLICE);
      if (leaf < next) {
        behind = new SliceReader(connection, addTo(round)).check(leaf, next, behind);
        verified.increment(next - leaf);
        leaf = next;
      }
      if (leaf < size) {
        pause(heard, LOOK);
        continue;
      }
      new TreeReader(connection, addTo(round)).check(keptNotes());
      tell(round);
      leaf = 0;
      behind = 0;
      round = new ArrayList<>();
      pause(heard, rest);
    }
  }

  /** Who tampers with very much must not fill the memory. */
  private static Consumer<Finding> addTo(List<Finding> round) {
    return finding -> {
      if (round.size() < LedgerVerification.MOST_FINDINGS) {
        round.add(finding);
      }
    };
  }

  private List<SignedNote> keptNotes() throws IOException {
    return kept.read().map(List::of).orElse(List.of());
  }

  /** What this process has seen last, and what was given. */
  private List<SignedNote> notes(Job job) throws IOException {
    return Stream.concat(kept.read().stream(), job.checkpoint().stream()).toList();
  }

  private void tell(List<Finding> round) {
    List<Finding> fresh = fresh(findings, round);
    if (!fresh.isEmpty()) {
      LOG.error(
          "The log or its ledger was tampered with: {} findings, {} of them new, such as {}",
          round.size(),
          fresh.size(),
          fresh.get(0));
    } else if (round.isEmpty() && !findings.isEmpty()) {
      LOG.warn("The log and its ledger are as they were recorded again");
    }
    findings = List.copyOf(round);
  }

  /** What an earlier round had not; a flaw of the tree is the same one while the tree grows. */
  static List<Finding> fresh(List<Finding> earlier, List<Finding> round) {
    Set<Finding> known = earlier.stream().map(LedgerWatch::withoutSize).collect(Collectors.toSet());
    return round.stream().filter(finding -> !known.contains(withoutSize(finding))).toList();
  }

  private static Finding withoutSize(Finding finding) {
    return switch (finding.flaw()) {
      case SIGNED_TREE, SIGNATURE -> Finding.of(finding.flaw(), "");
      case TILE -> Finding.of(Flaw.TILE, PARTIAL.matcher(finding.what()).replaceFirst(""));
      default -> finding;
    };
  }

  private void verifyWhatWasAskedFor(Connection connection) throws SQLException, IOException {
    Optional<Job> job = jobs.next(connection);
    while (work.goesOn() && job.isPresent()) {
      verify(connection, job.get());
      job = jobs.next(connection);
    }
  }

  private void verify(Connection connection, Job job) throws SQLException, IOException {
    jobs.begin(job, clock.instant());
    try {
      Report report =
          new LedgerVerification(connection)
              .run(job.from(), job.to(), notes(job), done -> jobs.progress(job, done));
      long last = new EventLogReader(connection).head();
      oversight.record(
          new VerificationFinished(
              job.from(), Math.min(job.to(), last), report.events(), report.found()),
          job.metadata());
      jobs.succeed(job, report, clock.instant());
    } catch (EventDatabaseFailure away) {
      throw away;
    } catch (RuntimeException e) {
      LOG.error("A verification failed", e);
      jobs.fail(job, clock.instant());
    }
  }

  private void pause(long heard, Duration atMost) throws InterruptedException {
    if (work.goesOn()) {
      wake.awaitBeyond(heard, atMost);
    }
  }
}
