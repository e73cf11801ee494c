/** Ports of test servers. */
@NullMarked
package vn.danvankheo.events.ports;

import org.jspecify.annotations.NullMarked;
