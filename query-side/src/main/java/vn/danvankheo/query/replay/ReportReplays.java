package vn.danvankheo.query.replay;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.oversight.ReplayFinished;
import vn.danvankheo.events.report.ReportEvent;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.query.audit.ledger.FindingWords;
import vn.danvankheo.query.audit.ledger.LedgerStore;
import vn.danvankheo.query.audit.ledger.LedgerVerification;
import vn.danvankheo.query.oversight.OversightLog;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.EventStreams;
import vn.danvankheo.query.reporting.GeneratedReport;
import vn.danvankheo.query.reporting.ReportGenerator;
import vn.danvankheo.query.reporting.domain.Definitions;
import vn.danvankheo.web.problem.Language;

/** Makes issued reports again from the events alone and tells whether they are the same. */
public final class ReportReplays implements AutoCloseable {
  static final String TARGET = "report";
  private static final Logger LOG = LoggerFactory.getLogger(ReportReplays.class);
  private static final long BETWEEN_TELLINGS = 5_000;
  private static final long POLL_SECONDS = 2;
  private static final int MOST_FINDINGS = 20;

  private final ReplayStore jobs;
  private final EventStreams streams;
  private final ReportGenerator generator;
  private final LedgerStore ledger;
  private final OversightLog oversight;
  private final Clock clock;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "report-replays");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Works on replays of reports, one at a time.
   *
   * @param jobs keeps them
   * @param streams how the reports were issued
   * @param generator makes reports
   * @param ledger tells whether the events are still as they were recorded
   * @param oversight is told what came of it
   * @param clock tells when
   */
  public ReportReplays(
      ReplayStore jobs,
      EventStreams streams,
      ReportGenerator generator,
      LedgerStore ledger,
      OversightLog oversight,
      Clock clock) {
    this.jobs = jobs;
    this.streams = streams;
    this.generator = generator;
    this.ledger = ledger;
    this.oversight = oversight;
    this.clock = clock;
  }

  /** Looks from now on what is waiting, also what a process that is gone had begun. */
  public void start() {
    worker.scheduleWithFixedDelay(this::workOff, 0, POLL_SECONDS, TimeUnit.SECONDS);
  }

  /** Looks at once. */
  public void wake() {
    try {
      worker.execute(this::workOff);
    } catch (RejectedExecutionException closing) {
      LOG.debug("Replays wait for the next start", closing);
    }
  }

  private void workOff() {
    try {
      for (ReplayStore.Job job : jobs.waiting(TARGET)) {
        jobs.exclusively(job, () -> work(job));
      }
    } catch (EventDatabaseFailure away) {
      LOG.debug("Replays of reports wait for the event database", away);
    } catch (RuntimeException e) {
      LOG.error("Replays of reports are tried again", e);
    }
  }

  private void work(ReplayStore.Job job) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("reportId", job.subject());
    String error;
    long events = 0;
    try {
      ReportState report = issued(job.subject());
      events = generator.count(report.position());
      error = regenerate(job, events, report, result);
    } catch (EventDatabaseFailure away) {
      throw away;
    } catch (RuntimeException e) {
      LOG.error("Report {} could not be made again", job.subject(), e);
      result.put("cause", String.valueOf(e.getMessage()));
      error = "REPORT_NOT_REPRODUCIBLE";
    }
    if (error != null && eventsChanged(result)) {
      error = "REPORT_EVENTS_CHANGED";
    }
    oversight.record(
        new ReplayFinished(TARGET, job.subject(), events, error == null), job.metadata());
    jobs.end(job, error, result, clock.instant());
  }

  private ReportState issued(String id) {
    ReportState report = null;
    for (StoredEvent event : streams.of("report:" + id)) {
      report = ReportState.apply(report, ReportGenerator.of(event, ReportEvent.class));
    }
    return Objects.requireNonNull(report, "The report was never issued");
  }

  private @Nullable String regenerate(
      ReplayStore.Job job, long events, ReportState report, Map<String, Object> result) {
    jobs.begin(job, events, clock.instant());
    long[] told = {0};
    GeneratedReport again =
        generator.generate(
            Definitions.version(report.definitionVersion()),
            report.scope(),
            report.position(),
            read -> {
              if (read - told[0] >= BETWEEN_TELLINGS) {
                told[0] = read;
                jobs.progress(job, read);
              }
            });
    jobs.progress(job, events);
    result.put("digest", again.digest());
    result.put("issuedDigest", report.digest());
    result.put("position", report.position());
    result.put("definitionVersion", report.definitionVersion());
    boolean same = again.digest().equals(report.digest());
    result.put("same", same);
    return same ? null : "REPORT_DIFFERS";
  }

  /** Why it differs: the log was tampered with, or else this release counts differently. */
  private boolean eventsChanged(Map<String, Object> result) {
    LedgerVerification.Report report = ledger.verify();
    result.put(
        "findings",
        report.findings().stream()
            .limit(MOST_FINDINGS)
            .map(finding -> FindingWords.fields(finding, Language.VI))
            .toList());
    return report.found() > 0;
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
