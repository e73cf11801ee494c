package vn.danvankheo.query.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.danvankheo.events.sealing.MasterKey;
import vn.danvankheo.query.attachments.AttachmentStore;
import vn.danvankheo.query.audit.ledger.LedgerKeyring;
import vn.danvankheo.query.audit.ledger.LedgerSequencer;
import vn.danvankheo.query.audit.ledger.LedgerStore;
import vn.danvankheo.query.audit.ledger.StoredCheckpoint;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.tables.QueryTables;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.web.keys.KeyFolder;

/** What is held in memory while a bundle goes out does not grow with it. */
class BigBundleStoreTest {
  private static final int MODELS = 1_200;
  private static final long MOST = 40L << 20;

  @TempDir private Path data;
  private final EventDatabase events = EventDatabase.create();

  @Test
  void aBundleManyTimesLargerThanItsMemoryGoesOut() throws Exception {
    events.append(
        "model",
        "m-0",
        0,
        List.of(
            ModelEvents.registered(
                "DVK-2024-0001", 2024, ModelEvents.form(ModelEvents.TITLE, "VP", 2024))));
    // Each model has 40 kB of text that can't be packed well.
    events.run(
        "INSERT INTO event_log (event_id, aggregate_type, aggregate_id, version, type, revision,"
            + " recorded_at, payload, metadata) SELECT gen_random_uuid(), aggregate_type,"
            + " 'm-' || n, 0, type, revision, recorded_at, convert_to(replace(convert_from(payload,"
            + " 'UTF8'), 'Thành phố Bắc Kạn', (SELECT string_agg(md5(n || '-' || k), '')"
            + " FROM generate_series(1, 1250) k)), 'UTF8'), metadata"
            + " FROM event_log, generate_series(1, "
            + MODELS
            + ") n WHERE position = 1");
    LedgerStore ledger = new LedgerStore(events.source());
    StoredCheckpoint tree = signed(ledger);
    Bundler bundler =
        new Bundler(
            new ExportStore(events.source()),
            ledger,
            new AttachmentStore(events.source()),
            new PersonalOpener(events.source(), MasterKey.parse(EventDatabase.MASTER_KEY)));
    Selection whole =
        new Selection(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of());
    Watched out = new Watched();
    long before = Watched.live();
    Bundle bundle = bundler.prepare(whole, tree, true, true, List.of());
    bundle.writeTo(out);
    assertThat(bundle.events()).isEqualTo(MODELS + 1);
    assertThat(out.written).as("packed").isGreaterThan(MOST);
    assertThat(out.most - before).as("bytes held while it went out").isLessThan(MOST);
  }

  private StoredCheckpoint signed(LedgerStore ledger) throws InterruptedException {
    KeyFolder folder = new KeyFolder(data);
    try (LedgerSequencer sequencer =
        new LedgerSequencer(
            events.source(),
            new QueryTables(events.source()),
            folder,
            new LedgerKeyring(folder, Optional.empty(), Optional.empty()),
            Optional.empty(),
            new SimpleMeterRegistry(),
            Clock.systemUTC())) {
      sequencer.start();
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> ledger.last().orElseThrow().size() == MODELS + 1);
      return ledger.last().orElseThrow();
    }
  }

  /** Looks from time to time at what is really held. */
  private static final class Watched extends OutputStream {
    private static final long EVERY = 8L << 20;

    private long written;
    private long next = EVERY;
    private long most;

    static long live() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      written += length;
      if (written >= next) {
        next += EVERY;
        most = Math.max(most, live());
      }
    }
  }
}
