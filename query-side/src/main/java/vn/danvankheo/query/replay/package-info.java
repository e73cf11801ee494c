/** Replays as operations: a report made again from the events, and compared. */
@NullMarked
package vn.danvankheo.query.replay;

import org.jspecify.annotations.NullMarked;
