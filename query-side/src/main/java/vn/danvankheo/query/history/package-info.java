/** What happened to one model, who did it and why, and what differs between two of its versions. */
@NullMarked
package vn.danvankheo.query.history;

import org.jspecify.annotations.NullMarked;
