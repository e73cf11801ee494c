package vn.danvankheo.events.oversight;

/**
 * Events were handed out as a bundle.
 *
 * @param filter what was asked for, in words
 * @param events how many events are in it, 0 or more
 * @param digest the bundle's, such as {@code sha256:…}
 * @param personal whether it holds names and telephone numbers that anyone can read
 */
public record AuditExported(String filter, Long events, String digest, boolean personal)
    implements OversightEvent {}
