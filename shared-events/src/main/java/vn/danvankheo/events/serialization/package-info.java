/** How events become bytes and come back; the only room that knows Jackson. */
@NullMarked
package vn.danvankheo.events.serialization;

import org.jspecify.annotations.NullMarked;
