package vn.danvankheo.web.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.Problem;
import vn.danvankheo.web.problem.Words;

/**
 * Long work and how far it is.
 *
 * @param id by what it is asked for
 * @param kind what is done
 * @param state how far it is
 * @param done how many parts of it are done: rows, events
 * @param total how many parts it has; null before they were counted
 * @param startedBy the user name of who asked for it
 * @param startedAt when work on it began; null before
 * @param finishedAt when it ended; null before
 * @param error why it came to nothing; null unless it failed
 * @param result what it is about and came to so far; values as JSON would hold them
 * @param pace how fast it goes, by whoever works on it; null when only the average can be told
 */
public record OperationStatus(
    String id,
    Kind kind,
    OperationState state,
    long done,
    @Nullable Long total,
    String startedBy,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Problem error,
    Map<String, Object> result,
    @Nullable Pace pace) {

  /**
   * How fast work goes at the moment.
   *
   * @param perSecond parts, 0 or more
   * @param endsAt when it will have ended if it goes on so
   */
  public record Pace(double perSecond, Instant endsAt) {}

  /**
   * One whose average speed is told.
   *
   * @param id by what it is asked for
   * @param kind what is done
   * @param state how far it is
   * @param done how many parts of it are done: rows, events
   * @param total how many parts it has; null before they were counted
   * @param startedBy the user name of who asked for it
   * @param startedAt when work on it began; null before
   * @param finishedAt when it ended; null before
   * @param error why it came to nothing; null unless it failed
   * @param result what it is about and came to so far; values as JSON would hold them
   */
  public OperationStatus(
      String id,
      Kind kind,
      OperationState state,
      long done,
      @Nullable Long total,
      String startedBy,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable Problem error,
      Map<String, Object> result) {
    this(id, kind, state, done, total, startedBy, startedAt, finishedAt, error, result, null);
  }

  /** What is done. */
  public enum Kind {
    IMPORT,
    VERIFICATION,
    REPLAY
  }

  /**
   * One that has just been asked for.
   *
   * @param id by what it is asked for
   * @param kind what is to be done
   * @param startedBy the user name of who asked for it
   * @return nothing done yet
   */
  public static OperationStatus pending(String id, Kind kind, String startedBy) {
    return new OperationStatus(
        id, kind, OperationState.PENDING, 0, null, startedBy, null, null, null, Map.of());
  }

  /**
   * The operation as it is answered.
   *
   * @param now for how long it will still take
   * @param language of the error's words
   * @return in the order of the contract; {@code result} last, null when there is nothing to tell
   */
  public Map<String, @Nullable Object> fields(Instant now, Language language) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    boolean paced = pace != null && state == OperationState.RUNNING;
    double perSecond = paced ? pace.perSecond() : perSecond(now);
    fields.put("id", id);
    fields.put("kind", kind);
    fields.put("state", state);
    fields.put("done", done);
    fields.put("total", total);
    fields.put("perSecond", Math.round(perSecond * 10) / 10d);
    fields.put("etaSeconds", paced ? untilEnd(now) : etaSeconds(perSecond));
    fields.put("startedBy", startedBy);
    fields.put("startedAt", startedAt);
    fields.put("finishedAt", finishedAt);
    fields.put("error", error == null ? null : told(error, language));
    fields.put("result", result.isEmpty() ? null : result);
    return fields;
  }

  private double perSecond(Instant now) {
    if (startedAt == null || state == OperationState.PAUSED) {
      return 0;
    }
    Duration worked = Duration.between(startedAt, finishedAt == null ? now : finishedAt);
    return worked.toMillis() <= 0 ? 0 : done * 1_000d / worked.toMillis();
  }

  private @Nullable Long untilEnd(Instant now) {
    return Math.max(0, (Duration.between(now, pace.endsAt()).toMillis() + 999) / 1_000);
  }

  private @Nullable Long etaSeconds(double perSecond) {
    if (state != OperationState.RUNNING || total == null || perSecond == 0) {
      return null;
    }
    return (long) Math.ceil(Math.max(0, total - done) / perSecond);
  }

  private static Map<String, @Nullable Object> told(Problem error, Language language) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("code", error.code());
    told.put("title", Words.title(error.code(), language));
    told.put("detail", Words.detail(error, language));
    return told;
  }

  /**
   * What {@link #fields} gives as JSON Schema.
   *
   * @param kind what is done
   * @return a tree of its own
   */
  public static ObjectNode schema(Kind kind) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode fields = schema.putObject("properties");
    fields.putObject("id").put("type", "string");
    fields.putObject("kind").put("type", "string").put("const", kind.name());
    ObjectNode state = fields.putObject("state").put("type", "string");
    Arrays.stream(OperationState.values()).forEach(s -> state.withArray("enum").add(s.name()));
    fields.putObject("done").put("type", "integer");
    nullable(fields, "total", "integer");
    fields.putObject("perSecond").put("type", "number");
    nullable(fields, "etaSeconds", "integer");
    fields.putObject("startedBy").put("type", "string");
    nullable(fields, "startedAt", "string").put("format", "date-time");
    nullable(fields, "finishedAt", "string").put("format", "date-time");
    nullable(fields, "error", "object");
    nullable(fields, "result", "object");
    fields.propertyNames().forEach(name -> schema.withArray("required").add(name));
    return schema;
  }

  private static ObjectNode nullable(ObjectNode fields, String name, String type) {
    ObjectNode field = fields.putObject(name);
    field.putArray("type").add(type).add("null");
    return field;
  }
}
