/** What the read side itself leaves in the log: that events were handed out or verified. */
@NullMarked
package vn.danvankheo.query.oversight;

import org.jspecify.annotations.NullMarked;
