/** How what is no decision gets into the event log, from either side. */
@NullMarked
package vn.danvankheo.events.recording;

import org.jspecify.annotations.NullMarked;
