/** Axon's event store on our own event log: engine, serializers, snapshots, start-up checks. */
@NullMarked
package vn.danvankheo.command.eventstore;

import org.jspecify.annotations.NullMarked;
