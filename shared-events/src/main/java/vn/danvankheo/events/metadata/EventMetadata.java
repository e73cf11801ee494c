package vn.danvankheo.events.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What is stored beside every event.
 *
 * @param actor who
 * @param reason why, in the actor's words
 * @param basis the document it rests on, in one line
 * @param clientAddress the client's network address
 * @param requestId the request it came with; all events of one request share it
 * @param traceId W3C trace id, 32 hexadecimal digits
 * @param command the command's name, such as {@code UpdateModel}
 */
public record EventMetadata(
    Actor actor,
    @Nullable String reason,
    @Nullable String basis,
    @Nullable String clientAddress,
    @Nullable String requestId,
    @Nullable String traceId,
    String command) {}
