package vn.danvankheo.standalone.sample;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One command of the sample data.
 *
 * @param key its Idempotency-Key: the same at every start
 * @param as the user name that gives it
 * @param method POST or PATCH
 * @param path below the service's address; ids of earlier steps in braces
 * @param id the name under which later steps know the id that it answers; null when none needs it
 * @param body what is sent, once its {@link Placeholders} are filled in
 */
record SampleStep(
    String key, String as, String method, String path, @Nullable String id, JsonNode body) {}
