package vn.danvankheo.query.audit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.StoredEvent;

/** Which model an event is about, in words, as it is called today. Made for one answer. */
final class ModelNames {
  private static final int REMEMBERED = 10_000;
  private static final List<@Nullable String> NONE = Arrays.asList(null, null);

  private final Function<String, Optional<RawBsonDocument>> models;
  private final Map<String, List<@Nullable String>> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<@Nullable String>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Looks models up by their ids. */
  ModelNames(Function<String, Optional<RawBsonDocument>> models) {
    this.models = models;
  }

  /** Code and title; nulls when the event is about something else. A takeover is its source's. */
  List<@Nullable String> of(StoredEvent event) {
    String id = event.recorded().aggregateId();
    return switch (event.aggregateType()) {
      case "model" -> byId(id);
      case "replication" -> byId(id.split(":", -1)[1]);
      default -> NONE;
    };
  }

  private List<@Nullable String> byId(String id) {
    return known.computeIfAbsent(
        id, each -> models.apply(each).map(ModelNames::words).orElse(NONE));
  }

  private static List<@Nullable String> words(RawBsonDocument model) {
    return List.of(model.getString("code").getValue(), model.getString("title").getValue());
  }
}
