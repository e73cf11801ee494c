package vn.danvankheo.events.oversight;

/**
 * The log was compared with its ledger from one position to another.
 *
 * @param from the first position, from 1
 * @param to the last position
 * @param events how many events were looked at, 0 or more
 * @param findings how many of them, or of what should have been there, are not as recorded
 */
public record VerificationFinished(Long from, Long to, Long events, int findings)
    implements OversightEvent {}
