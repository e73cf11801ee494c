/** The read side's own tables beside the event log. */
@NullMarked
package vn.danvankheo.query.tables;

import org.jspecify.annotations.NullMarked;
