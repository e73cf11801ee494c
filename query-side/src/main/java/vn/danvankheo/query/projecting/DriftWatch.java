package vn.danvankheo.query.projecting;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.mongo.UpkeepStore;
import vn.danvankheo.query.mongo.UpkeepStore.Round;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.EventLogReader;

/**
 * Goes round over all documents within a period, in small slices. One walk is over the streams of
 * the log: each must have its documents, and they must be what the stream gives. Then one over each
 * view's documents: each must have its stream. Where it stands outlives the process.
 */
final class DriftWatch {
  /** Ids are read many at once: it costs little, and the embedded server reads all for each. */
  private static final int IDS = 2_000;

  /** Rounds take a little less than their period, for what the slices themselves take. */
  private static final double SHARE = 0.9;

  private final EventLogReader reader;
  private final ViewDatabase database;
  private final UpkeepStore store;
  private final DocumentCare care;
  private final UpkeepSettings settings;
  private final Clock clock;
  private @Nullable Round round;
  private Duration interval = Duration.ZERO;

  DriftWatch(
      EventLogReader reader,
      ViewDatabase database,
      UpkeepStore store,
      DocumentCare care,
      UpkeepSettings settings,
      Clock clock) {
    this.reader = reader;
    this.database = database;
    this.store = store;
    this.care = care;
    this.settings = settings;
    this.clock = clock;
  }

  /** When the next slice is due; null before the first is known. */
  @Nullable Instant next() {
    return round == null ? null : round.next();
  }

  /** Does a slice if it is time. */
  void run(List<ViewFolding<?>> live) throws SQLException {
    List<ViewFolding<?>> views =
        live.stream().sorted(Comparator.comparing(view -> view.projection().name())).toList();
    if (views.isEmpty() || !care.isReady()) {
      return;
    }
    String name = views.stream().map(v -> v.projection().name()).collect(Collectors.joining(" "));
    Round from = round;
    if (from == null) {
      interval = interval(views);
      from = store.round(name).orElseGet(() -> new Round(0, "", soon()));
    }
    round = clock.instant().isBefore(from.next()) ? from : slice(views, from);
    if (!round.equals(from)) {
      store.save(name, round);
    }
  }

  private Instant soon() {
    return clock.instant().plus(interval);
  }

  private Round slice(List<ViewFolding<?>> views, Round from) throws SQLException {
    String after = "";
    if (from.walk() == 0) {
      after = streams(views, from.after());
    } else if (from.walk() <= views.size()) {
      after = documents(views.get(from.walk() - 1), from.after());
    }
    if (!after.isEmpty()) {
      return new Round(from.walk(), after, soon());
    }
    if (from.walk() < views.size()) {
      return new Round(from.walk() + 1, "", soon());
    }
    interval = interval(views);
    return new Round(0, "", soon());
  }

  /** Every stream has its documents. Gives the last one's id; empty when there are no more. */
  private String streams(List<ViewFolding<?>> views, String after) throws SQLException {
    List<EventLogReader.Stream> streams = reader.streams(after, settings.step());
    for (EventLogReader.Stream stream : streams) {
      for (ViewFolding<?> view : views) {
        if (view.projection().aggregateTypes().contains(stream.aggregateType())) {
          care.check(view, view.projection().documentId(stream.aggregateId()));
        }
      }
    }
    return streams.size() < settings.step() ? "" : streams.get(streams.size() - 1).aggregateId();
  }

  /** Every document has its stream. Gives the last one's id; empty when there are no more. */
  private String documents(ViewFolding<?> view, String after) throws SQLException {
    List<String> ids = database.idsBehind(view.reached().collection(), after, IDS);
    Set<String> streams =
        reader.present(ids.stream().map(id -> view.projection().streamId(id)).toList());
    for (String id : ids) {
      if (!streams.contains(view.projection().streamId(id))) {
        care.check(view, id);
      }
    }
    return ids.size() < IDS ? "" : ids.get(IDS - 1);
  }

  /** What is between two slices when all of a round shall fit into its period. */
  private Duration interval(List<ViewFolding<?>> views) {
    long slices = 1;
    for (ViewFolding<?> view : views) {
      long documents = database.estimate(view.reached().collection());
      slices += documents / settings.step() + documents / IDS + 2;
    }
    return Duration.ofNanos((long) (settings.period().toNanos() * SHARE / slices));
  }
}
