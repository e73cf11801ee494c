/** Replays as operations: views, single documents and issued reports made again, and compared. */
@NullMarked
package vn.danvankheo.query.replay;

import org.jspecify.annotations.NullMarked;
