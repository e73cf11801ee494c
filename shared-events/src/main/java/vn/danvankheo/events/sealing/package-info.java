/** How names and telephone numbers are sealed, so that erasing a key erases them everywhere. */
@NullMarked
package vn.danvankheo.events.sealing;

import org.jspecify.annotations.NullMarked;
