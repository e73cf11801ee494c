/** Tells callers of changes as they become visible, by server-sent events. */
@NullMarked
package vn.danvankheo.query.stream;

import org.jspecify.annotations.NullMarked;
