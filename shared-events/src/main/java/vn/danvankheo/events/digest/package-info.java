/** Digests of bytes and texts. */
@NullMarked
package vn.danvankheo.events.digest;

import org.jspecify.annotations.NullMarked;
