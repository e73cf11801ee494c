package vn.danvankheo.query.views.replications;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.Replica;
import vn.danvankheo.events.state.Takeover;

/** Which models were taken over, by whom and when; the models themselves don't know. */
public final class Takeovers {
  private static final Comparator<Takeover> IN_TIME =
      Comparator.comparing(Takeover::recordedAt).thenComparing(Takeover::replicaId);

  private final Map<String, List<Takeover>> bySource;

  /**
   * Sorts takeovers by what was taken over.
   *
   * @param all in any order
   */
  Takeovers(List<Takeover> all) {
    bySource = all.stream().sorted(IN_TIME).collect(Collectors.groupingBy(Takeover::sourceId));
  }

  /**
   * These, as far as they were recorded by a moment.
   *
   * @param moment the last moment that counts
   * @return the same or fewer
   */
  public Takeovers by(Instant moment) {
    return new Takeovers(
        bySource.values().stream()
            .flatMap(List::stream)
            .filter(taken -> !taken.recordedAt().isAfter(moment))
            .toList());
  }

  /**
   * Where a model was taken over.
   *
   * @param modelId the source
   * @return the earliest first; empty when nowhere
   */
  public List<Replica> of(String modelId) {
    return bySource.getOrDefault(modelId, List.of()).stream().map(Takeover::replica).toList();
  }

  /**
   * When a model was taken over last.
   *
   * @param modelId the source
   * @return null when it never was
   */
  public @Nullable Instant last(String modelId) {
    List<Takeover> all = bySource.getOrDefault(modelId, List.of());
    return all.isEmpty() ? null : all.get(all.size() - 1).recordedAt();
  }

  /**
   * The models that were taken over.
   *
   * @return their ids
   */
  public Set<String> sources() {
    return bySource.keySet();
  }
}
