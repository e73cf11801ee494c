package vn.danvankheo.events.oversight;

import org.jspecify.annotations.Nullable;

/**
 * Something was made again from the events and compared with what there was.
 *
 * @param target what was made again, such as {@code report}
 * @param subject which one, such as a report's id; null when there is only one
 * @param events how many events were read, 0 or more
 * @param same whether it came out the same
 */
public record ReplayFinished(String target, @Nullable String subject, Long events, boolean same)
    implements OversightEvent {}
