package vn.danvankheo.command.importing.running;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.metadata.EventMetadata;

/**
 * A file handed in for an import.
 *
 * @param fileName the name it was sent under
 * @param dryRun whether only to tell what would be refused
 * @param atomic whether one refused row refuses all
 * @param metadata who, why, through which request
 * @param key the idempotency key; null when there is none
 */
public record ImportedFile(
    String fileName,
    boolean dryRun,
    boolean atomic,
    EventMetadata metadata,
    @Nullable String key) {}
