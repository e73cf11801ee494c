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
 * @param draft the query of the draft whose receipt {@code {receipt}} stands for; null where no
 *     report is issued
 * @param id the name under which later steps know the id that it answers; null when none needs it
 * @param body what is sent, once its {@link Placeholders} are filled in
 */
record SampleStep(
    String key,
    String as,
    String method,
    String path,
    @Nullable String draft,
    @Nullable String id,
    JsonNode body) {}
