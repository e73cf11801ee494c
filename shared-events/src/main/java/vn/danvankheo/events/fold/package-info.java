/** A fold over a sealed event family that cannot be built with a case missing. */
@NullMarked
package vn.danvankheo.events.fold;

import org.jspecify.annotations.NullMarked;
