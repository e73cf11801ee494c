package vn.danvankheo.query.audit.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.MerkleProofs;
import vn.danvankheo.proof.NoteSignature;
import vn.danvankheo.proof.WitnessRequest;
import vn.danvankheo.query.audit.ledger.WitnessClient.Reply;
import vn.danvankheo.query.reading.AdvisoryLock;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.StandingWork;
import vn.danvankheo.query.tables.QueryTables;

/**
 * Asks other offices' servers to cosign the last tree, and puts their signatures below it. Works
 * from a thread of its own, of one process at a time: whoever is away or refuses is asked again
 * later, and holds up nobody.
 */
public final class LedgerWitnesses implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerWitnesses.class);
  private static final String LOCK = "danvankheo witnesses";
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LONGEST_WAIT = 256;

  private final QueryTables schema;
  private final List<Witness> witnesses;
  private final Clock clock;
  private final WitnessClient client = new WitnessClient();
  private final Map<Witness, Long> seen = new HashMap<>();
  private final Map<Witness, Failure> failing = new HashMap<>();
  private final StandingWork work;
  private volatile int cosigned;

  /**
   * Prepares to ask; does nothing before it is started, and nothing without witnesses.
   *
   * @param source the event database, by connections of its own to each caller, not a pool's
   * @param schema makes the ledger's tables
   * @param witnesses whom to ask
   * @param registry where metrics go
   * @param clock tells the time
   */
  public LedgerWitnesses(
      DataSource source,
      QueryTables schema,
      List<Witness> witnesses,
      MeterRegistry registry,
      Clock clock) {
    this.schema = schema;
    this.witnesses = List.copyOf(witnesses);
    this.clock = clock;
    this.work = new StandingWork("ledger-witnesses", source, LOOK, this::work, this::trouble);
    Gauge.builder("danvankheo_ledger_cosigned", this, asking -> asking.cosigned)
        .description("Witnesses that have cosigned the last tree which this process looked at")
        .register(registry);
  }

  private record Failure(int times, Instant notBefore) {}

  /** Starts to ask. */
  public void start() {
    if (!witnesses.isEmpty()) {
      work.start();
    }
  }

  @Override
  public void close() throws InterruptedException {
    work.end();
    work.interrupt();
    work.close();
  }

  private void work(Connection connection) throws SQLException, InterruptedException {
    if (schema.ready(connection) && AdvisoryLock.tryLock(connection, LOCK)) {
      ask(new LedgerTables(connection));
    }
  }

  private void trouble(Exception e) {
    if (e instanceof SQLException || e instanceof EventDatabaseFailure) {
      LOG.debug("The event database is away: {}", e.getMessage());
    } else {
      LOG.error("Witnesses can't be asked", e);
    }
  }

  private void ask(LedgerTables tables) throws SQLException, InterruptedException {
    while (work.goesOn()) {
      Optional<StoredCheckpoint> last = tables.last().filter(tree -> tree.size() > 0);
      if (last.isPresent()) {
        int count = 0;
        for (Witness witness : witnesses) {
          count +=
              last.get().signed().signedBy(witness.key()) || due(tables, witness, last.get())
                  ? 1
                  : 0;
        }
        cosigned = count;
      }
      work.rest(LOOK);
    }
  }

  private boolean due(LedgerTables tables, Witness witness, StoredCheckpoint tree)
      throws SQLException, InterruptedException {
    Failure failure = failing.get(witness);
    if (failure != null && clock.instant().isBefore(failure.notBefore())) {
      return false;
    }
    try {
      String refused = cosign(tables, witness, tree);
      if (refused.isEmpty()) {
        if (failing.remove(witness) != null) {
          LOG.info("The witness {} cosigns again", witness.key().name());
        }
        return true;
      }
      fail(witness, refused);
    } catch (IOException e) {
      fail(witness, e.toString());
    }
    return false;
  }

  /** Waits longer each time, up to some minutes; says so the first time. */
  private void fail(Witness witness, String why) {
    int times = Optional.ofNullable(failing.get(witness)).map(Failure::times).orElse(0);
    if (times == 0) {
      LOG.warn("The witness {} does not cosign: {}", witness.key().name(), why);
    }
    long wait = Math.min(LONGEST_WAIT, 1L << Math.min(times, 30));
    failing.put(witness, new Failure(times + 1, clock.instant().plusSeconds(wait)));
  }

  /** Why not, in words; empty when it has cosigned. */
  private String cosign(LedgerTables tables, Witness witness, StoredCheckpoint tree)
      throws SQLException, IOException, InterruptedException {
    Reply reply = ask(tables, witness, tree);
    if (reply.seen().isPresent()) {
      seen.put(witness, reply.seen().getAsLong());
      if (reply.seen().getAsLong() > tree.size()) {
        return "it has seen "
            + reply.seen().getAsLong()
            + " entries, and the ledger has "
            + tree.size()
            + ": was the database put back?";
      }
      reply = ask(tables, witness, tree);
    }
    if (reply.cosignatures().isEmpty()) {
      return "it answered " + reply.status();
    }
    for (NoteSignature cosignature : reply.cosignatures()) {
      tables.addSignature(tree.size(), cosignature);
    }
    seen.put(witness, tree.size());
    return "";
  }

  private Reply ask(LedgerTables tables, Witness witness, StoredCheckpoint tree)
      throws IOException, InterruptedException {
    long old = Math.min(tree.size(), seen.getOrDefault(witness, 0L));
    List<Hash> proof =
        old == 0 ? List.of() : MerkleProofs.consistency(old, tree.size(), tables.hashes());
    return client.ask(witness, new WitnessRequest(old, proof, tree.signed()));
  }
}
