package vn.danvankheo.query.history.domain;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One value that differs between two states of the same thing.
 *
 * @param path a JSON Pointer into the thing's shape; items of lists are named by their own key,
 *     such as {@code /terms/2024/objectives/Mức độ hài lòng/target}
 * @param before the old value as it is stored: plain, a list of plain values, or a marked personal
 *     text; null when there was none
 * @param after the new value alike; null when there is none any more
 */
public record Change(String path, @Nullable JsonNode before, @Nullable JsonNode after) {}
