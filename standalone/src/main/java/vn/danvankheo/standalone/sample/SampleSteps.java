package vn.danvankheo.standalone.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the sample data, in the order in which it is played. */
final class SampleSteps {
  static final List<String> FILES =
      List.of(
          "01-units",
          "02-accounts",
          "03-plans",
          "04-models-2022",
          "05-models-2023",
          "06-models-2024-office",
          "07-models-2024-province",
          "08-models-2025",
          "09-reorganisation");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SampleSteps() {}

  static List<SampleStep> all() {
    Map<String, Integer> seen = new HashMap<>();
    List<SampleStep> steps = new ArrayList<>();
    for (String file : FILES) {
      for (JsonNode node : read("/sample/" + file + ".json")) {
        steps.add(step(node, seen));
      }
    }
    return List.copyOf(steps);
  }

  private static JsonNode read(String resource) {
    try (InputStream in = SampleSteps.class.getResourceAsStream(resource)) {
      return JSON.readTree(Objects.requireNonNull(in, resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SampleStep step(JsonNode node, Map<String, Integer> seen) {
    String method = node.has("patch") ? "PATCH" : "POST";
    String path = node.get(node.has("patch") ? "patch" : "post").asString();
    String id = text(node, "id");
    return new SampleStep(
        key(path, id, seen),
        node.get("as").asString(),
        method,
        path,
        text(node, "draft"),
        id,
        node.get("body"));
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode text = node.get(name);
    return text == null ? null : text.asString();
  }

  /** Told apart by what is created, else by how often this path came before. */
  private static String key(String path, @Nullable String id, Map<String, Integer> seen) {
    String place = id == null ? path : path + ":" + id;
    return "sample:" + place + "#" + seen.merge(place, 1, Integer::sum);
  }
}
