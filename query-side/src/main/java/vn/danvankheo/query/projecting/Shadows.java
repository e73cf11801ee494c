package vn.danvankheo.query.projecting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Generations that were built together and follow the log until they are let in. */
final class Shadows {
  private final List<ViewFolding<?>> views;
  private final SwapGate gate;
  private boolean abreast;

  Shadows(List<ViewFolding<?>> views, SwapGate gate) {
    this.views = List.copyOf(views);
    this.gate = gate;
  }

  List<ViewFolding<?>> views() {
    return views;
  }

  SwapGate gate() {
    return gate;
  }

  /** Whether they take their pages together with the live ones, having caught up. */
  boolean abreast() {
    return abreast;
  }

  void caughtUp() {
    abreast = true;
  }

  /** Tells the gate what a view has written, if it is one of these. */
  void tell(ViewFolding<?> written) {
    String name = written.projection().view();
    if (views.stream().anyMatch(view -> view.projection().view().equals(name))) {
      written.written().forEach((part, ids) -> gate.written(name, part, ids));
    }
  }

  /** Pairs them with the live ones; empty while one does not stand where the other stands. */
  List<SwapGate.Pair> pairs(List<ViewFolding<?>> live) {
    List<SwapGate.Pair> pairs = new ArrayList<>();
    for (ViewFolding<?> green : views) {
      ViewFolding<?> blue = blue(green, live);
      if (blue != null && blue.reached().position() != green.reached().position()) {
        return List.of();
      }
      pairs.add(
          new SwapGate.Pair(
              green.projection(), green.reached(), blue == null ? null : blue.reached()));
    }
    return pairs;
  }

  /** Counts on where the live ones are, so that callers can tell their documents apart. */
  void replace(List<ViewFolding<?>> live) {
    for (ViewFolding<?> green : views) {
      ViewFolding<?> blue = blue(green, live);
      if (blue != null) {
        green.replaces(blue.reached(), gate.isSame());
      }
    }
  }

  private static @Nullable ViewFolding<?> blue(ViewFolding<?> green, List<ViewFolding<?>> live) {
    return live.stream()
        .filter(view -> view.projection().view().equals(green.projection().view()))
        .findFirst()
        .orElse(null);
  }
}
