package vn.danvankheo.command.importing.running;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.metadata.EventMetadata;

/**
 * An import on its way.
 *
 * @param id by what it is asked for
 * @param no by what its lock is known
 * @param dryRun whether it only tells what would be refused
 * @param atomic whether one refused row refuses all
 * @param metadata who, through which request; stored beside the events
 * @param total how many rows it has; null before they were counted
 * @param lastRow the last row that is done; 0 before the first one
 * @param refused how many rows were refused so far
 */
record ImportJob(
    UUID id,
    int no,
    boolean dryRun,
    boolean atomic,
    EventMetadata metadata,
    @Nullable Integer total,
    int lastRow,
    int refused) {}
