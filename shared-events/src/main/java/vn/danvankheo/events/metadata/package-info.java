/** Who did it, why, on what basis and through which request: what is stored beside every event. */
@NullMarked
package vn.danvankheo.events.metadata;

import org.jspecify.annotations.NullMarked;
