package vn.danvankheo.standalone.replay;

import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.standalone.console.Texts;

/** An operation on one line of a console. */
final class ProgressLine {
  private static final int WIDTH = 30;
  private static final int PERCENT = 100;
  private static final String WORDS = "replay.is.";

  private ProgressLine() {}

  static String of(JsonNode operation) {
    long done = operation.path("done").asLong(0);
    long total = operation.path("total").asLong(0);
    int filled = total == 0 ? 0 : (int) Math.min(WIDTH, done * WIDTH / total);
    StringBuilder line = new StringBuilder("[");
    line.append("#".repeat(filled)).append("-".repeat(WIDTH - filled)).append("] ");
    line.append(total == 0 ? "  0" : "%3d".formatted(Math.min(PERCENT, done * PERCENT / total)));
    line.append(" %  ").append(done).append('/').append(total == 0 ? "?" : total);
    line.append("  ").append(Math.round(operation.path("perSecond").asDouble(0))).append("/s  ");
    JsonNode eta = operation.path("etaSeconds");
    if (eta.isNumber()) {
      line.append(Texts.of("replay.eta", clock(Duration.ofSeconds(eta.asLong())))).append("  ");
    }
    return line.append(Texts.of(WORDS + doing(operation))).toString();
  }

  /** The stage while that says more than the state. */
  private static String doing(JsonNode operation) {
    String state = operation.path("state").asString("");
    String stage = operation.at("/result/stage").asString("");
    boolean further = state.equals("RUNNING") && !stage.isEmpty() || awaitsDecision(operation);
    return further ? stage : state;
  }

  /** Whether it goes on only when somebody says how. */
  static boolean awaitsDecision(JsonNode operation) {
    return operation.path("state").asString("").equals("PAUSED")
        && operation.at("/result/awaiting").isString();
  }

  private static String clock(Duration left) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
  }
}
