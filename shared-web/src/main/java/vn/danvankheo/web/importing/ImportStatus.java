package vn.danvankheo.web.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.Problem;
import vn.danvankheo.web.problem.Words;

/**
 * An import as an operation.
 *
 * @param id by what it is asked for
 * @param state how far it is
 * @param done how many rows are done
 * @param total how many rows it has; null before they were counted
 * @param startedBy the user name of who handed the file in
 * @param startedAt when work on it began; null before
 * @param finishedAt when it ended; null before
 * @param error why it came to nothing; null unless it failed
 * @param result what it is about and came to, its rows left out
 */
public record ImportStatus(
    String id,
    ImportState state,
    int done,
    @Nullable Integer total,
    String startedBy,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Problem error,
    Map<String, Object> result) {

  /**
   * One that has just been handed in.
   *
   * @param id by what it is asked for
   * @param startedBy the user name of who handed the file in
   * @return nothing done yet
   */
  public static ImportStatus pending(String id, String startedBy) {
    return new ImportStatus(
        id, ImportState.PENDING, 0, null, startedBy, null, null, null, Map.of());
  }

  /**
   * The operation as it is answered.
   *
   * @param now for how long it will still take
   * @param language of the error's words
   * @return in the order of the contract; {@code result} last
   */
  public Map<String, @Nullable Object> fields(Instant now, Language language) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    double perSecond = perSecond(now);
    fields.put("id", id);
    fields.put("kind", "IMPORT");
    fields.put("state", state);
    fields.put("done", done);
    fields.put("total", total);
    fields.put("perSecond", Math.round(perSecond * 10) / 10d);
    fields.put("etaSeconds", etaSeconds(perSecond));
    fields.put("startedBy", startedBy);
    fields.put("startedAt", startedAt);
    fields.put("finishedAt", finishedAt);
    fields.put("error", error == null ? null : told(error, language));
    fields.put("result", result.isEmpty() ? null : result);
    return fields;
  }

  private double perSecond(Instant now) {
    if (startedAt == null) {
      return 0;
    }
    Duration worked = Duration.between(startedAt, finishedAt == null ? now : finishedAt);
    return worked.toMillis() <= 0 ? 0 : done * 1_000d / worked.toMillis();
  }

  private @Nullable Long etaSeconds(double perSecond) {
    if (state != ImportState.RUNNING || total == null || perSecond == 0) {
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
   * @return a tree of its own
   */
  public static ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode fields = schema.putObject("properties");
    fields.putObject("id").put("type", "string");
    fields.putObject("kind").put("type", "string").put("const", "IMPORT");
    ObjectNode state = fields.putObject("state").put("type", "string");
    for (ImportState value : ImportState.values()) {
      state.withArray("enum").add(value.name());
    }
    fields.putObject("done").put("type", "integer");
    nullable(fields, "total", "integer");
    fields.putObject("perSecond").put("type", "number");
    nullable(fields, "etaSeconds", "integer");
    fields.putObject("startedBy").put("type", "string");
    nullable(fields, "startedAt", "string");
    nullable(fields, "finishedAt", "string");
    nullable(fields, "error", "object");
    nullable(fields, "result", "object");
    fields.propertyNames().forEach(name -> schema.withArray("required").add(name));
    return schema;
  }

  private static void nullable(ObjectNode fields, String name, String type) {
    fields.putObject(name).putArray("type").add(type).add("null");
  }
}
