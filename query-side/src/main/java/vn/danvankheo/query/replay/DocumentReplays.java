package vn.danvankheo.query.replay;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.events.oversight.ReplayFinished;
import vn.danvankheo.query.oversight.OversightLog;
import vn.danvankheo.query.projecting.LeadersWork;
import vn.danvankheo.query.projecting.Leading;
import vn.danvankheo.query.projecting.Mended;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.Signal;

/**
 * Makes single documents of views anew from their events, in the process that leads the view. They
 * don't wait for replays of whole views.
 */
public final class DocumentReplays implements LeadersWork {
  /** The target by which they are kept; callers know them as replays of views. */
  static final String TARGET = "document";

  private static final String VIEWS = "views";
  private static final Logger LOG = LoggerFactory.getLogger(DocumentReplays.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final long PATIENCE_SECONDS = 30;

  private final ReplayStore jobs;
  private final OversightLog oversight;
  private final Clock clock;

  /**
   * Prepares to work when this process leads.
   *
   * @param jobs keeps what is asked for
   * @param oversight is told what came of it
   * @param clock tells when
   */
  public DocumentReplays(ReplayStore jobs, OversightLog oversight, Clock clock) {
    this.jobs = jobs;
    this.oversight = oversight;
    this.clock = clock;
  }

  /** How a document is named in its replay. */
  static String subject(String view, String documentId) {
    return view + "/" + documentId;
  }

  @Override
  public Term begin(Leading leading) {
    Signal stop = new Signal();
    Thread thread = new Thread(() -> work(leading, stop), "document-replays");
    thread.setDaemon(true);
    thread.start();
    return () -> {
      stop.raise();
      thread.interrupt();
      thread.join(Duration.ofSeconds(10).toMillis());
    };
  }

  private void work(Leading leading, Signal stop) {
    try {
      do {
        try {
          for (ReplayStore.Job job : jobs.waiting(TARGET)) {
            work(leading, job);
          }
        } catch (EventDatabaseFailure away) {
          LOG.debug("Replays of documents wait for the event database", away);
        }
      } while (!stop.awaitBeyond(0, LOOK));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(Leading leading, ReplayStore.Job job) throws InterruptedException {
    int slash = job.subject().indexOf('/');
    String view = job.subject().substring(0, slash);
    if (leading.projections().stream().noneMatch(own -> own.view().equals(view))) {
      return;
    }
    try {
      Mended outcome =
          leading
              .mend(view, job.subject().substring(slash + 1))
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      end(job, outcome);
    } catch (ExecutionException | TimeoutException e) {
      LOG.info("The replay of {} is tried again", job.subject(), e);
    }
  }

  private void end(ReplayStore.Job job, Mended outcome) {
    jobs.begin(job, outcome.events(), clock.instant());
    jobs.progress(job, outcome.events());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("position", outcome.position());
    result.put("differences", outcome.differences().size());
    String error = null;
    if (outcome.failure() != null) {
      error = "REPLAY_STOPPED";
      result.put("cause", outcome.failure());
    } else if (outcome.events() == 0 && outcome.differences().isEmpty()) {
      error = "REPLAY_OF_NOTHING";
    }
    oversight.record(
        new ReplayFinished(VIEWS, job.subject(), (long) outcome.events(), error == null),
        job.metadata());
    jobs.end(job, error, result, clock.instant());
  }
}
